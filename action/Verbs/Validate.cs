using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel validate`: every mistake of a policy at once.</summary>
internal static class Validate
{
    public static Verb Verb => new("validate", "Reads a policy and names every mistake in it.", Run)
    {
        Usage = "[FILE]",
        Options = typeof(ValidateOptions),
        Notes = ["Exit code: 0 valid, 2 not. A warning does not make it invalid."],
        Examples =
        [
            new("sentinel validate", "the policy of this repository"),
            new("sentinel validate .blastradius.yml", "a file of your choice"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(ValidateOptions))]
    private static Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<ValidateOptions>(call, "validate");
        return Task.FromResult(Read(FindPolicy.Open(options.File, call.Shell.Directory).Reading, call.Shell));
    }

    private static ExitCode Read(PolicyReading reading, Shell shell)
    {
        switch (reading)
        {
            case PolicyReading.Invalid { Diagnostics: var diagnostics }:
                shell.Say($"{DiagnosticText.Of(diagnostics)}\n{DiagnosticText.Summary(diagnostics)}\n");
                return ExitCode.Usage;
            case PolicyReading.Valid { Policy: var policy, Warnings: var warnings }:
                var counts = warnings.Count == 0 ? "" : ", " + DiagnosticText.Summary(warnings);
                shell.Say(
                    $"{DiagnosticText.Of(warnings)}{VisibleText.Of(policy.File)} is valid: "
                    + $"{Wording.Count(policy.Paths.Lines.Count, "path line")}, "
                    + $"{Wording.Count(policy.Services.Count, "service")}, "
                    + $"{Wording.Count(policy.Require.Count, "rule")}{counts}\n");
                return ExitCode.Passes;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
