using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel init` is asked.</summary>
internal sealed class InitOptions
{
    [Option("repo", MetaValue = "DIR", HelpText = "A folder of the repository. Default: the current one.")]
    public string? Repo { get; set; }
}
