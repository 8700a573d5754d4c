using System.Text.Json;
using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Reports;

/// <summary>A decision as JSON, as `decision.schema.json` describes it.</summary>
public static class DecisionJson
{
    public static string Of(Decision decision)
    {
        var json = JsonSerializer.Serialize(Document(decision), JsonStyle.DecisionContext.DecisionDocument);
        return JsonStyle.Inert(json) + "\n";
    }

    private static DecisionDocument Document(Decision decision)
    {
        var assessment = decision.Assessment;
        return new()
        {
            State = decision.State.Name(),
            Shadow = decision.Shadow,
            Sentence = DecisionSentence.Of(decision),
            Reasons = decision.Reasons,
            Change = assessment is null ? null : ChangeOf(assessment),
            Policy = assessment is null ? null : PolicyOf(assessment.Policy),
            Risk = assessment is null ? null : RiskJson.Of(assessment.Risk),
            Provenance = assessment is null ? null : ProvenanceOf(assessment),
            Author = new(decision.AuthorRung, decision.AuthorRungReason),
            Requirements = [.. decision.Requirements.Select(RequirementOf)],
            Candidates = [.. decision.Candidates.Select(CandidateOf)],
            UnreadGroups = decision.UnreadGroups,
            Approvals =
            [
                .. decision.Counted.Select(given => ApprovalOf(given, why: null)),
                .. decision.NotCounted.Select(one => ApprovalOf(one.Approval, one.Why)),
            ],
            Vetoes = [.. decision.Vetoes.Select(one => Said(one.Person, one.Reason, one.At))],
            Overrides = [.. decision.Overrides.Select(one => Said(one.Person, one.Reason, one.At))],
            Deadlock = decision.Deadlock,
            Remarks = decision.Remarks,
            Next = Outstanding.Next(decision) is { Length: > 0 } next ? next : null,
        };
    }

    private static ChangeDocument ChangeOf(Assessment assessment)
    {
        var change = assessment.Change;
        var pull = change.Reference as ChangeReference.PullRequest;
        var files = (change.Files as Known<IReadOnlyList<ChangedFile>>.Fact)?.Value;
        return new()
        {
            Repository = pull?.Repository,
            Number = pull?.Number,
            Title = change.Title,
            Base = change.Base,
            Branch = change.Branch,
            BaseCommit = change.BaseCommit.ToString(),
            MergeBase = change.MergeBase.ToString(),
            Head = change.Head.ToString(),
            Draft = change.Draft,
            Commits = (change.Commits as Known<IReadOnlyList<Commit>>.Fact)?.Value.Count,
            Files = files?.Count,
            LinesAdded = files?.Sum(file => (long)file.Added),
            LinesRemoved = files?.Sum(file => (long)file.Removed),
            Incomplete = assessment.Incomplete,
        };
    }

    private static PolicyDocument PolicyOf(Policy policy) =>
        new(policy.File, policy.Digest, Mode(policy.Mode), policy.Tiers.Names);

    private static string Mode(PolicyMode mode) => mode switch
    {
        PolicyMode.Enforce => "enforce",
        PolicyMode.Shadow => "shadow",
    };

    private static ProvenanceDocument ProvenanceOf(Assessment assessment)
    {
        var provenance = assessment.Provenance;
        return new(
            provenance.Verdict.Name(),
            provenance.Contradiction,
            [.. provenance.Signals.Select(SignalOf)]);
    }

    private static SignalDocument SignalOf(Signal signal) =>
        new(signal.Tool, signal.Kind.Name(), signal.Strength.Name(), signal.Quote) { Where = signal.Where };

    private static CandidateDocument CandidateOf(Candidate candidate) =>
        new(candidate.Person.Display, candidate.Rung, candidate.Eligible, candidate.Why);

    private static StatementDocument Said(Person person, string reason, DateTimeOffset at) =>
        new(person.Display, reason, at);

    private static RequirementDocument RequirementOf(Requirement requirement) => new()
    {
        Met = requirement.Met,
        Approvals = requirement.Approvals,
        From = requirement.Rule.From?.Name,
        Owners = requirement.Rule.Owners,
        DistinctTeam = requirement.Rule.DistinctTeam,
        Strength = requirement.Rule.Strength.Name(),
        Because = requirement.Because,
        MetBy = [.. requirement.MetBy.Select(person => person.Display)],
        UnmetOwners = requirement.UnmetOwners,
        Place = RiskJson.Of(requirement.Rule.Place),
    };

    private static ApprovalDocument ApprovalOf(Approval given, string? why) =>
        new(given.Person.Display, given.Head.ToString(), given.Channel.Name(), given.Strength.Name())
        {
            At = given.At,
            Counts = why is null,
            Why = why,
        };
}
