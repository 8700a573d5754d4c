using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel validate` is asked.</summary>
internal sealed class ValidateOptions : IRefusesMore
{
    [Value(0, MetaName = "FILE", HelpText = "The policy. Default: the repository's, as it stands in the work tree.")]
    public string? File { get; set; }

    [Value(1, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
