using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel provenance` is asked.</summary>
internal sealed class ProvenanceOptions : IRefusesMore
{
    [Value(0, MetaName = "RANGE",
        HelpText = "Commits as `git log` takes them: main..feature. Default: HEAD and all before.")]
    public string? Range { get; set; }

    [Option("repo", MetaValue = "DIR", HelpText = "A folder of the repository. Default: the current one.")]
    public string? Repo { get; set; }

    [Option("stdin", HelpText = "Read commits from standard input as JSON Lines instead.")]
    public bool Stdin { get; set; }

    [Option("format", MetaValue = "FORMAT", HelpText = "text or jsonl. Default: text, with --stdin jsonl.")]
    public string? Format { get; set; }

    [Value(1, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
