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

    /// <summary>Words that only need to be told apart; null where the parser has something to say.</summary>
    public static ExplainOptions? Plain(IReadOnlyList<string> words)
    {
        var options = new ExplainOptions();
        var paths = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var value = i + 1 < words.Count && words[i + 1] is [not '-', ..] ? words[i + 1] : null;
            switch (words[i])
            {
                case "--stdin" when !options.Stdin:
                    options.Stdin = true;
                    break;
                case "-z" when !options.Nul:
                    options.Nul = true;
                    break;
                case "--all" when !options.All:
                    options.All = true;
                    break;
                case "--policy" when options.Policy is null && value is not null:
                    (options.Policy, i) = (value, i + 1);
                    break;
                case "--format" when options.Format is null && value is not null:
                    (options.Format, i) = (value, i + 1);
                    break;
                case [not '-', ..]:
                    paths.Add(words[i]);
                    break;
                default:
                    return null;
            }
        }

        options.Paths = paths;
        return options;
    }
}
