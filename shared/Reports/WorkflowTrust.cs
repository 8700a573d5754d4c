namespace ChangeSentinel.Reports;

/// <summary>
/// Why a check that a workflow's token writes can be forged, and what protects. A paragraph stands on one line, since
/// some pages of the forge keep line ends.
/// </summary>
/// <seealso href="https://docs.github.com/actions/reference/security/secure-use"/>
internal static class WorkflowTrust
{
    public const string Short =
        "> **This check can be forged.** It is written with a workflow's token, so every workflow of this repository "
        + "whose token may write checks can write the same one. Naming *GitHub Actions* as its source does not tell "
        + "them apart. The step's summary says what does.\n";

    public const string Long =
        "### How far this check can be trusted\n\n"
        + "It is written with the workflow's own token, as the app *GitHub Actions*. Every workflow of this repository "
        + "whose token may write checks or statuses can write a passing one of the same name, and whoever may push a "
        + "branch may add such a workflow there: it runs before anybody has read it.\n\n"
        + "- Naming *GitHub Actions* as the source of the required check keeps other apps out, not other workflows.\n"
        + "- A default token that only reads does not help either: a workflow asks for `checks: write` in its own "
        + "file.\n"
        + "- What protects is **a bot** (`mode: bot`). It writes the check as a GitHub App of its own; name that App "
        + "as the source of the required check in the ruleset.\n"
        + "- What protects too, where the organisation has it, is a ruleset that **requires this workflow to pass**, "
        + "read from a repository and branch that authors may not write to.\n"
        + "- What narrows it is a push rule that lets only a few people change `.github/workflows/**`.\n";
}
