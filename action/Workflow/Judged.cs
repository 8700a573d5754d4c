using System.Diagnostics;
using ChangeSentinel.Assessments;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using Refusal = ChangeSentinel.Reports.Refusal;

namespace ChangeSentinel.Action.Workflow;

/// <summary>A pull request that was read and decided.</summary>
/// <param name="Refused">Commands in its conversation that were not taken, oldest first.</param>
internal sealed record Judged(Gathered Gathered, Decision Decision, IReadOnlyList<Refusal> Refused)
{
    public DecidedChange Decided => new(Gathered.Change, Decision);

    /// <summary>Decides by what stands on GitHub now; there is no other memory.</summary>
    public static Judged Of(Gathered gathered, DateTimeOffset now)
    {
        var change = gathered.Change;
        switch (gathered.Policy)
        {
            case null:
                return new(gathered, Decide.NoPolicy(change), []);
            case PolicyReading.Invalid { Diagnostics: var diagnostics }:
                return new(gathered, Decide.BadPolicy(diagnostics), []);
            case PolicyReading.Valid { Policy: var policy }:
                var assessment = Assess.Change(change, policy, HearPullRequest.DeclaredAi(change));
                var heard = HearPullRequest.Of(assessment);
                return new(
                    gathered,
                    Decide.On(assessment, heard.Statements, now),
                    [.. heard.Refusals.Select(each => new Refusal(each.Author.Display, each.Line, each.Why))]);
            default:
                throw new UnreachableException();
        }
    }
}
