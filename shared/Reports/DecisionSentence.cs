using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Reports;

/// <summary>A decision in one line of at most 140 characters: the title of a check.</summary>
public static class DecisionSentence
{
    /// <summary>What a commit status's description holds.</summary>
    public const int MaxLength = 140;

    public static string Of(Decision decision)
    {
        var sentence = decision.State switch
        {
            DecisionState.NotApplicable => "Nothing asked: " + string.Join(", ", Character(decision)),
            DecisionState.Waiting => Waiting(decision),
            DecisionState.Approved => Approved(decision),
            DecisionState.Vetoed => Vetoed(decision),
            DecisionState.Overridden => Overridden(decision),
            DecisionState.Undecided => "Undecided: " + FirstReason(decision),
            DecisionState.NoPolicy => FirstReason(decision),
            DecisionState.BadPolicy => BadPolicy(decision),
        };

        return Cut(VisibleText.Of(decision.Shadow ? "Shadow: " + sentence : sentence));
    }

    private static string Waiting(Decision decision)
    {
        if (decision.Requirements.FirstOrDefault(requirement => !requirement.Met) is not { } open)
            return "Waiting: " + FirstReason(decision);

        var eligible = Outstanding.Approvers(decision);
        var missing = Outstanding.Missing(open);
        var asked = eligible.Count == 0 || open.Approvals == 0
            ? Outstanding.Ask(open)
            : missing == 0
                ? $"{Outstanding.Open(open)} ({Wording.Some(eligible, 3)})"
                : $"{missing} of {Wording.Some(eligible, 3)}{Rung(open)}";
        var nobody = decision.Deadlock is null ? "" : ", and nobody eligible is left";
        return $"Needs {asked}{nobody}: {string.Join(", ", [.. open.Because, .. Reach(decision)])}";
    }

    private static string Approved(Decision decision)
    {
        var names = decision.Counted.Select(given => given.Person.Display).Distinct(StringComparer.Ordinal);
        var head = decision.Assessment?.Change.Head.Short;
        return decision.Counted.Count == 0
            ? "Approved: " + FirstReason(decision)
            : $"Approved by {Wording.And([.. names])} on {head}";
    }

    private static string Vetoed(Decision decision) => decision.Vetoes switch
    {
        [] => "Vetoed: " + FirstReason(decision),
        [var veto, ..] => $"Vetoed by {veto.Person.Display}: {veto.Reason}",
    };

    private static string Overridden(Decision decision)
    {
        var names = decision.Overrides.Select(one => one.Person.Display).Distinct(StringComparer.Ordinal);
        return $"OVERRIDDEN by {Wording.And([.. names])}: {Why(decision)}";
    }

    private static string Why(Decision decision) => decision.Overrides is [var first, ..] ? first.Reason : "";

    private static string BadPolicy(Decision decision)
    {
        const string Mark = ": error: ";
        var first = decision.Reasons.FirstOrDefault(reason => reason.Contains(Mark, StringComparison.Ordinal));
        var end = first?.IndexOf(Mark, StringComparison.Ordinal) ?? 0;
        return first is null
            ? "Policy error: " + FirstReason(decision)
            : $"Policy error at {first[..end]}: {first[(end + Mark.Length)..]}";
    }

    private static string Rung(Requirement open) => open.Rule.From is { } rung ? $" ({rung.Name})" : "";

    private static IEnumerable<string> Character(Decision decision)
    {
        if (decision.Assessment is not { } assessment)
            return [FirstReason(decision)];

        var written = assessment.Provenance.Verdict switch
        {
            ProvenanceVerdict.Agent => "written by an agent",
            ProvenanceVerdict.Assisted => "AI-assisted",
            ProvenanceVerdict.DeclaredHuman => "declared human",
            ProvenanceVerdict.None => "no mark of AI",
        };
        return [$"{assessment.Risk.Tier.Name} tier", written, .. Reach(decision)];
    }

    private static IEnumerable<string> Reach(Decision decision) => decision.Assessment?.Risk.Downstream switch
    {
        Known<IReadOnlyList<string>>.Fact { Value: { Count: > 0 } services } =>
            [Wording.Count(services.Count, "service") + " downstream"],
        _ => [],
    };

    private static string FirstReason(Decision decision) =>
        decision.Reasons is [var first, ..] ? first : "no reason given";

    /// <summary>A sentence of at most <see cref="MaxLength"/> characters, cut between words where it can be.</summary>
    internal static string Cut(string sentence)
    {
        if (sentence.Length <= MaxLength)
            return sentence;

        var length = MaxLength - 1;
        if (char.IsHighSurrogate(sentence[length - 1]))
            length--;
        if (sentence.LastIndexOf(' ', length - 1, 30) is > 0 and var space)
            length = space;
        return sentence[..length].TrimEnd(',', ':', ' ') + "…";
    }
}
