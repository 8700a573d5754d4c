using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel action` takes none: what it is asked stands in the runner's variables.</summary>
internal sealed class ActionOptions : IRefusesMore
{
    [Value(0, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
