using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Decisions;

/// <summary>
/// Decides what is asked of whom, and what of it is met. Order: veto, gaps, exemption, declaration, rules.
/// </summary>
public static class Decide
{
    public static Decision On(Assessment assessment, Statements statements, DateTimeOffset now)
    {
        var hearing = Hearing.Of(assessment, statements, now);
        var asked = Asked(hearing);
        var overrides = JudgeOverrides.Of(hearing);
        var vetoes = statements.Vetoes
            .Select(veto => (veto, why: Eligibility.Silenced(
                veto.Person, veto.Rank, assessment.Owned, hearing.Electorate)))
            .ToList();
        var decision = Settle(
            asked, [.. vetoes.Where(pair => pair.why is null).Select(pair => pair.veto)], overrides, hearing);
        return CountVotes.Into(decision, hearing) with
        {
            Remarks =
            [
                .. hearing.Authorship.Remarks,
                .. vetoes.Where(pair => pair.why is not null)
                    .Select(pair => $"{pair.veto.Person.Display}'s objection does not block: "
                        + $"{pair.veto.Person.Display} {pair.why}."),
                .. overrides.Remarks,
                .. FindRemarks.Of(hearing, decision),
            ],
        };
    }

    /// <summary>Where neither the base nor the default branch has a policy: nobody is asked.</summary>
    public static Decision NoPolicy(Change? change = null) => new()
    {
        State = DecisionState.NoPolicy,
        Reasons = [$"No .blastradius.yml stands on {change?.Base ?? "the base branch"}, so nobody is asked."],
        Remarks = change?.Remarks ?? [],
    };

    /// <summary>A policy that does not parse blocks; it is never the same as none.</summary>
    public static Decision BadPolicy(IReadOnlyList<Diagnostic> diagnostics) => new()
    {
        State = DecisionState.BadPolicy,
        Reasons =
        [
            .. diagnostics.Where(each => each.Severity is DiagnosticSeverity.Error).Select(each => each.ToString()),
            "A policy that can't be read lets nothing pass until it is corrected on the base branch.",
        ],
    };

    private static Decision Asked(Hearing hearing)
    {
        var assessment = hearing.Assessment;
        var blank = new Decision
        {
            State = DecisionState.NotApplicable,
            Shadow = assessment.Policy.Mode is PolicyMode.Shadow,
            Assessment = assessment,
            CountsAs = hearing.Authorship.Verdict,
            AuthorRung = hearing.Author.Rung,
            AuthorRungReason = hearing.Author.Reason,
            Reasons = [],
        };
        if (assessment.Incomplete.Count > 0)
            return WithRules(blank, hearing) with
            {
                State = DecisionState.Undecided,
                Reasons = [.. assessment.Incomplete, "Until this is known only `/override` lets it pass."],
            };
        if (assessment.Risk.Paths.Count == 0)
            return blank with { Reasons = ["It changes no file, so there is nothing to ask."] };
        if (FindExemption.For(hearing) is { } exemption)
            return blank with { Reasons = [ExemptionText(exemption)] };
        return hearing.Authorship.MustDeclare
            ? blank with { State = DecisionState.Waiting, Reasons = [MustDeclareText(hearing)] }
            : WithRules(blank, hearing);
    }

    private static Decision WithRules(Decision blank, Hearing hearing)
    {
        var requirements = FindRequirements.Of(hearing);
        if (requirements.Count == 0)
            return blank with
            {
                Reasons =
                [
                    $"Nobody is asked: no rule holds for this change of {hearing.Assessment.Risk.Tier} tier.",
                    .. FindRequirements.Failing(hearing),
                ],
            };

        var candidates = FindCandidates.For(requirements, hearing);
        var deadlock = ExplainDeadlock.Of(requirements, candidates, hearing);
        return blank with
        {
            State = requirements.All(each => each.Met) ? DecisionState.Approved : DecisionState.Waiting,
            Requirements = requirements,
            Candidates = candidates.People,
            UnreadGroups = candidates.UnreadGroups,
            Deadlock = deadlock,
            Reasons =
            [
                .. requirements.OrderBy(each => each.Met).Select(RuleText.Sentence),
                .. deadlock is null ? [] : new[] { deadlock },
                .. ExplainDeadlock.Unread(requirements, hearing),
            ],
        };
    }

    /// <summary>
    /// A veto stands above everything, an override above what waits; neither changes what is asked.
    /// </summary>
    private static Decision Settle(
        Decision asked, IReadOnlyList<Veto> vetoes, JudgedOverrides overrides, Hearing hearing)
    {
        if (vetoes.Count > 0)
            return asked with
            {
                State = DecisionState.Vetoed,
                Vetoes = vetoes,
                Reasons =
                [
                    .. vetoes.Select(veto => $"Vetoed by {veto.Person.Display}: {veto.Reason}"),
                    .. overrides.Pass ? ["An override does not clear a veto."] : Array.Empty<string>(),
                    .. asked.Reasons,
                ],
            };
        if (!overrides.Pass || asked.State is not (DecisionState.Waiting or DecisionState.Undecided))
            return asked;
        var head = hearing.Assessment.Change.Head.Short;
        return asked with
        {
            State = DecisionState.Overridden,
            Overrides = overrides.Counting,
            Reasons =
            [
                .. overrides.Counting.Select(wish => $"Overridden on {head} by {wish.Person.Display}: {wish.Reason}"),
                .. asked.Reasons,
            ],
        };
    }

    private static string ExemptionText(Exemption exemption) =>
        $"Nobody is asked: {exemption.Place} exempts {exemption.Author} on these paths until "
        + $"{exemption.Until:yyyy-MM-dd} ({exemption.Why}).";

    private static string MustDeclareText(Hearing hearing) =>
        $"Its author has not said whether AI was used, and at {hearing.Assessment.Risk.Tier} tier the policy asks: "
        + "tick one of the two boxes in the description, or say `/ai yes` or `/ai no`.";
}
