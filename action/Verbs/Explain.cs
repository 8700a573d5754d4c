using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel explain`: which line of the policy decides a path.</summary>
internal static class Explain
{
    private static readonly string[] Formats = ["text", "jsonl"];

    public static Verb Verb => new("explain", "Says which line of the policy decides a path.", Run)
    {
        Usage = "[--policy FILE] [--all] [--format FORMAT] (PATH… | --stdin [-z])",
        Options = typeof(ExplainOptions),
        Notes =
        [
            "One row a path, in the order asked. A path that no line matches has the top tier. Paths that git prints "
            + "quoted are read as git means them; -z reads them raw. "
            + "A PATH that begins with a dash stands behind '--'.",
            "Exit code: 0, or 2 where the policy can't be read.",
        ],
        Examples =
        [
            new("sentinel explain src/payments/Refund.cs", "tier, deciding line, owners and services"),
            new("sentinel explain --all README.md", "every line that matches"),
            new("git ls-files -z | sentinel explain --stdin -z", "one line of JSON a file, for programs"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(ExplainOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        // The parser's start costs more than explaining many paths.
        var options = ExplainOptions.Plain(call.Arguments) ?? ParseOptions.Of<ExplainOptions>(call, "explain");
        IReadOnlyList<string> paths = [.. options.Paths];
        if (options.Stdin == paths.Count > 0)
            throw new CommandException(options.Stdin
                ? "either PATHs or --stdin, not both (see 'sentinel explain --help')"
                : "which PATH? Name some, or give them with --stdin (see 'sentinel explain --help')");
        if (options.Nul && !options.Stdin)
            throw new CommandException("-z belongs to --stdin (see 'sentinel explain --help')");

        var format = ParseOptions.Choice("--format", options.Format ?? (options.Stdin ? "jsonl" : "text"), Formats);
        var found = FindPolicy.Open(options.Policy, call.Shell.Directory);
        if (found.Reading is not PolicyReading.Valid { Policy: var policy })
            return BadPolicy.Say((PolicyReading.Invalid)found.Reading, call.Shell);

        using var progress = Progress.Of("explaining", call.Shell);
        var explained = await ExplainedPolicy.Of(policy, found.Root, call.CancellationToken);
        IExplanationWriter Rows() => format == "jsonl"
            ? new ExplanationJson(explained.Again(), options.All)
            : new ExplanationText(explained.Again(), options.All, Colours.For(call.Shell));
        if (options.Stdin)
        {
            await new ExplainLines(call.Shell, options.Nul, Rows).Run(call.CancellationToken);
            return ExitCode.Passes;
        }

        var rows = Rows();
        foreach (var path in paths)
            rows.Write(path);
        rows.WriteTo(call.Shell.Output);
        return ExitCode.Passes;
    }
}
