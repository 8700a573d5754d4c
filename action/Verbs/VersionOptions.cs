using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel version` takes none.</summary>
internal sealed class VersionOptions : IRefusesMore
{
    [Value(0, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
