using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;

namespace ChangeSentinel.Decisions;

/// <summary>Everything a decision is made from: the assessment, what people said, and who they are.</summary>
internal sealed record Hearing
{
    public required Assessment Assessment { get; init; }

    public required Statements Statements { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Electorate Electorate { get; init; }

    public required Authorship Authorship { get; init; }

    public required AuthorStanding Author { get; init; }

    public required IReadOnlyList<Vote> Votes { get; init; }

    /// <summary>True where an agent made it and nobody is known to have started that agent.</summary>
    public required bool AgentWithoutHuman { get; init; }

    public static Hearing Of(Assessment assessment, Statements statements, DateTimeOffset now)
    {
        var change = assessment.Change;
        var seniority = assessment.Policy.Seniority;
        var electorate = Electorate.Of(change, seniority, statements);
        var authorship = Authorship.Of(assessment, statements.DeclaredAi);
        return new()
        {
            Assessment = assessment,
            Statements = statements,
            Now = now,
            Electorate = electorate,
            Authorship = authorship,
            Author = AuthorStanding.Of(change, electorate.Contributors, seniority),
            Votes = Vote.Judge(statements, electorate, assessment.Risk.Tier.Rank),
            AgentWithoutHuman =
                AgentStart.IsAgentMade(change, authorship.Verdict) && !AgentStart.IsByKnownHuman(change),
        };
    }
}
