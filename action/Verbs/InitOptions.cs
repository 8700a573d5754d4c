using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel init` is asked.</summary>
internal sealed class InitOptions : IRefusesMore
{
    [Option("repo", MetaValue = "DIR", HelpText = "A folder of the repository. Default: the current one.")]
    public string? Repo { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
