using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;
using ChangeSentinel.Services;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Reports;

/// <summary>The sample decisions as decisions on pull request 1234 of acme/shop.</summary>
public static class ForgeSamples
{
    public static ReportContext Context { get; } = new(new ForgeLinks("https://github.com", "acme/shop"));

    /// <summary>As a workflow without a bot writes them, with a command that was not taken.</summary>
    public static ReportContext Advisory { get; } = Context with
    {
        ByWorkflow = true,
        Refused =
        [
            new("mallory", "/aprove 4be1c0d", "`/aprove` is no command. Did you mean `/approve`?"),
        ],
    };

    public static Decision Of(DecisionState state) =>
        OnForge(SampleDecisions.All.Single(sample => sample.State == state));

    public static Decision Hostile(string text) => OnForge(SampleDecisions.Hostile(text), text, [text]);

    public static Change Change(Decision decision) =>
        decision.Assessment?.Change ?? SampleDecisions.Waiting.Assessment!.Change;

    private static Decision OnForge(Decision decision, string touched = "ledger", IReadOnlyList<string>? downstream = null)
    {
        if (decision.Assessment is not { } assessment)
            return decision;

        return decision with
        {
            CountsAs = assessment.Provenance.Verdict,
            Requirements = [.. decision.Requirements.Select(one => one with { Missing = one.Met ? 0 : 1 })],
            Assessment = assessment with
            {
                Change = assessment.Change with
                {
                    Reference = new ChangeReference.PullRequest("acme/shop", 1234),
                    Title = assessment.Change.Title is { Length: > 0 } title
                        ? title
                        : "Round refunds to the currency's minor unit",
                },
                Graph = Graph(assessment, touched, downstream ?? assessment.Risk.Downstream.Or([])),
            },
        };
    }

    /// <summary>Every third downstream service stands on the touched one, the others on the one before.</summary>
    private static ServiceGraph Graph(Assessment assessment, string touched, IReadOnlyList<string> downstream) =>
        new(downstream.Except([touched], StringComparer.Ordinal)
            .Select((name, index) => Service(name, index % 3 == 0 ? touched : downstream[index - 1]))
            .Concat(assessment.Risk.Touched.Select(name => Service(name))));

    private static Service Service(string name, params string[] dependsOn) =>
        new() { Name = name, Paths = [], DependsOn = dependsOn, Place = A.Line(10) };
}
