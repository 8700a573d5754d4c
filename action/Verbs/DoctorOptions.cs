using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel doctor` is asked.</summary>
internal sealed class DoctorOptions : IRefusesMore
{
    [Option("repo", MetaValue = "OWNER/NAME", HelpText = "The repository. Default: GITHUB_REPOSITORY.")]
    public string? Repo { get; set; }

    [Option("base", MetaValue = "BRANCH", HelpText = "The branch changes go into. Default: the default branch.")]
    public string? Base { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
