namespace ChangeSentinel.Reports;

/// <summary>Why a check that a workflow's token writes can be forged, and what protects against it.</summary>
/// <seealso href="https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets"/>
internal static class WorkflowTrust
{
    public const string Short =
        "> **This check can be forged.** It is written with a workflow's token, so every workflow of this repository "
        + "whose token may write checks can write the same one. Naming *GitHub Actions* as its source does not tell "
        + "them apart. The step's summary says what does.\n";

    public const string Long =
        """
        ### How far this check can be trusted

        It is written with the workflow's own token, as the app *GitHub Actions*. Every workflow of this repository
        whose token may write checks or statuses can write a passing one of the same name, and who may push a branch
        may add such a workflow in the same pull request: it runs before anybody has read it.

        - Naming *GitHub Actions* as the source of the required check keeps other apps out, not other workflows.
        - A read-only default token does not help either: a workflow asks for `checks: write` in its own file.
        - What protects: **a bot** (`mode: bot`). It writes the check as its own GitHub App; name that App as the
          source of the required check in the ruleset.
        - What protects too, where the organisation has it: a ruleset that **requires this workflow to pass**, taken
          from a repository and branch the author may not write to.
        - What narrows it: a push rule that lets only a few people change `.github/workflows/**`.

        """;
}
