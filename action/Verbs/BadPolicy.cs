using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What every command says about a policy that can't be read.</summary>
internal static class BadPolicy
{
    public static ExitCode Say(PolicyReading.Invalid invalid, Shell shell)
    {
        shell.Complain(DiagnosticText.Of(invalid.Diagnostics));
        return ExitCode.Usage;
    }
}
