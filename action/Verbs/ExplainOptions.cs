using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel explain` is asked.</summary>
internal sealed class ExplainOptions
{
    [Value(0, MetaName = "PATH…", HelpText = "Paths as git prints them, from the repository's root.")]
    public IEnumerable<string> Paths { get; set; } = [];

    [Option("stdin", HelpText = "Read the paths from standard input, one a line.")]
    public bool Stdin { get; set; }

    [Option('z', HelpText = "With --stdin: paths end in NUL, and none is quoted.")]
    public bool Nul { get; set; }

    [Option("policy", MetaValue = "FILE", HelpText = "Explain by this file. Default: the repository's policy.")]
    public string? Policy { get; set; }

    [Option("all", HelpText = "Show every line that matches, not only the one that decides.")]
    public bool All { get; set; }

    [Option("format", MetaValue = "FORMAT", HelpText = "text or jsonl. Default: text, with --stdin jsonl.")]
    public string? Format { get; set; }
}
