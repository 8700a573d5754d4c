using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel services` is asked.</summary>
internal sealed class ServicesOptions : IRefusesMore
{
    [Value(0, MetaName = "NAME", HelpText = "One service. Default: all of them.")]
    public string? Name { get; set; }

    [Option("repo", MetaValue = "DIR", HelpText = "A folder of the repository. Default: the current one.")]
    public string? Repo { get; set; }

    [Option("format", MetaValue = "FORMAT", Default = "text", HelpText = "text, json or dot. Default: text.")]
    public string Format { get; set; } = "text";

    [Value(1, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
