using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel schema`: the JSON Schema of what the program reads and writes.</summary>
internal static class ShowSchema
{
    private static readonly string[] Known = ["policy", "decision", "explain", "provenance", "services"];

    public static Verb Verb => new("schema", "Prints the JSON Schema of the policy, or of a JSON output.", Run)
    {
        Usage = "[NAME]",
        Options = typeof(SchemaOptions),
        Notes = ["An editor reads it where the policy's first line is `# yaml-language-server: $schema=FILE`."],
        Examples =
        [
            new("sentinel schema", "of .blastradius.yml"),
            new("sentinel schema decision", "of 'sentinel check --format json'"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(SchemaOptions))]
    private static Task<ExitCode> Run(VerbCall call)
    {
        var name = ParseOptions.Choice("schema", ParseOptions.Of<SchemaOptions>(call, "schema").Name, Known);
        call.Shell.Say(name == "policy" ? PolicySchema.Json.TrimEnd() + "\n" : ReportSchema.Json(name));
        return Task.FromResult(ExitCode.Passes);
    }
}
