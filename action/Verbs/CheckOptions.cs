using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel check` is asked.</summary>
internal sealed class CheckOptions : IRefusesMore
{
    [Option("repo", MetaValue = "DIR", HelpText = "A folder of the repository. Default: the current one.")]
    public string? Repo { get; set; }

    [Option("base", MetaValue = "REF", HelpText = "What the change goes into. Default: the default branch.")]
    public string? Base { get; set; }

    [Option("head", MetaValue = "REF", HelpText = "The change. Default: what is checked out.")]
    public string? Head { get; set; }

    [Option("author", MetaValue = "LOGIN", HelpText = "The account that opens the change, as the policy names it.")]
    public string? Author { get; set; }

    [Option("policy", MetaValue = "FILE", HelpText = "Judge by this file instead of the base branch's policy.")]
    public string? Policy { get; set; }

    [Option("format", MetaValue = "FORMAT", Default = "text", HelpText = "text, json or markdown. Default: text.")]
    public string Format { get; set; } = "text";

    [Value(0, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
