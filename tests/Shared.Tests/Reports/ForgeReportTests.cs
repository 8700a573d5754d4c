using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;
using ChangeSentinel.Services;
using ChangeSentinel.Tests.House;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Reports;

public static class ForgeReportTests
{
    public static TheoryData<DecisionState> States { get; } = [.. Enum.GetValues<DecisionState>()];

    [Theory]
    [MemberData(nameof(States))]
    public static void Every_state_reads_as_it_was_read_once_in_the_comment(DecisionState state) =>
        GoldenFile.Holds($"comment-{state.Name()}.md", Comment(ForgeSamples.Of(state)));

    [Theory]
    [MemberData(nameof(States))]
    public static void Every_state_reads_as_it_was_read_once_in_the_step_summary(DecisionState state) =>
        GoldenFile.Holds(
            $"summary-{state.Name()}.md", StepSummary.Of(ForgeSamples.Of(state), ForgeSamples.Advisory));

    [Theory]
    [MemberData(nameof(States))]
    public static void Every_state_reads_as_it_was_read_once_in_the_check(DecisionState state) =>
        GoldenFile.Holds($"check-{state.Name()}.md", CheckSummary.Of(ForgeSamples.Of(state), ForgeSamples.Advisory));

    [Fact]
    public static void With_a_bot_nothing_is_said_about_forging()
    {
        var decision = ForgeSamples.Of(DecisionState.Waiting);

        Assert.DoesNotContain("forged", CheckSummary.Of(decision, ForgeSamples.Context), StringComparison.Ordinal);
        Assert.DoesNotContain("trusted", StepSummary.Of(decision, ForgeSamples.Context), StringComparison.Ordinal);
    }

    [Fact]
    public static void Without_a_bot_nothing_is_said_of_an_override()
    {
        var decision = ForgeSamples.Of(DecisionState.Undecided) with { Reasons = ["Only `/override` lets it pass."] };

        string[] texts =
        [
            CommentMarkdown.Of(decision, ForgeSamples.Change(decision), ForgeSamples.Advisory),
            StepSummary.Of(decision, ForgeSamples.Advisory),
            CheckSummary.Of(decision, ForgeSamples.Advisory),
        ];

        Assert.All(texts, text => Assert.DoesNotContain("/override", text, StringComparison.Ordinal));
    }

    [Fact]
    public static void Who_approved_an_earlier_content_is_asked_first()
    {
        var decision = ForgeSamples.Of(DecisionState.Waiting) with
        {
            AskAgain = [new(SampleDecisions.Bob, SampleDecisions.Head, ["src/payments/Refund.cs"])],
        };

        var comment = Comment(decision);

        Assert.Contains("— bob, alice or a member of", comment, StringComparison.Ordinal);
        Assert.Contains(
            "| Ask again | bob approved 4be1c0d; since then changed\\: `src/payments/Refund.cs` |",
            comment,
            StringComparison.Ordinal);
    }

    [Fact]
    public static void A_hazard_links_to_its_line_with_every_part_escaped()
    {
        var links = new ForgeLinks("https://ghe.acme.example/", "acme/shop");

        Assert.Equal(
            $"https://ghe.acme.example/acme/shop/blob/{SampleDecisions.Head}/a%20b/%5Bslug%5D/x%28y%29%23%3F%25.sql#L3",
            links.Line(SampleDecisions.Head, "a b/[slug]/x(y)#?%.sql", 3));
        Assert.Null(links.Line(SampleDecisions.Head, new string('a', 4_000), 3));
    }

    [Fact]
    public static void A_removed_line_is_shown_at_the_merge_base_and_marked_on_the_file()
    {
        var waiting = ForgeSamples.Of(DecisionState.Waiting);
        var risk = waiting.Assessment!.Risk;
        var decision = waiting with
        {
            Assessment = waiting.Assessment with
            {
                Risk = risk with { Hazards = [risk.Hazards[0] with { Removed = true }] },
            },
        };

        var annotation = Assert.Single(Annotations.Of(decision));

        Assert.Equal((null, "db/0042_refunds.sql"), (annotation.Line, annotation.File));
        Assert.Contains("/blob/aa11bb2", Comment(decision), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(Annotations.Of(waiting)).Line);
    }

    [Theory]
    [InlineData("src/a/very/long/path/of/a/file.cs")]
    [InlineData("@@@@####||||````")]
    [InlineData("😀日本")]
    public static void A_flood_keeps_every_limit_and_says_that_it_was_cut(string word)
    {
        var flood = Flood(string.Concat(Enumerable.Repeat(word, 200)));
        var refused = Enumerable.Range(0, 2_000)
            .Select(_ => new ChangeSentinel.Reports.Refusal(word, string.Concat(Enumerable.Repeat(word, 50)), word));
        var context = ForgeSamples.Advisory with { Refused = [.. refused] };

        var comment = CommentMarkdown.Of(flood, ForgeSamples.Change(flood), context);
        var summary = StepSummary.Of(flood, context);
        var check = CheckSummary.Of(flood, context);

        Assert.InRange(comment.Length, 1_000, CommentMarkdown.MaxLength);
        Assert.InRange(check.Length, 1_000, CheckSummary.MaxLength);
        Assert.InRange(Encoding.UTF8.GetByteCount(summary), 1_000, StepSummary.MaxBytes);
        Assert.Contains("The rest is cut", check, StringComparison.Ordinal);
        Assert.EndsWith("</sub>\n", comment, StringComparison.Ordinal);
        Assert.InRange(Annotations.Of(flood).Count, 1, Annotations.Most);
    }

    [Fact]
    public static void A_diagram_draws_forty_services_and_counts_the_others()
    {
        var waiting = ForgeSamples.Of(DecisionState.Waiting);
        IReadOnlyList<string> names = [.. Enumerable.Range(0, 500).Select(index => $"service-{index:000}")];
        var assessment = waiting.Assessment! with
        {
            Risk = waiting.Assessment.Risk with { Touched = ["hub"], Downstream = Known.Fact(names) },
            Graph = new(names.Select(name => Service(name, "hub")).Append(Service("hub"))),
        };

        var diagram = ServiceDiagram.Of(assessment);

        Assert.Contains("more([\"… 461 more\"])", diagram, StringComparison.Ordinal);
        Assert.Equal(39, diagram.Split("s0 --> ").Length - 1);
        Assert.Equal("", ServiceDiagram.Of(assessment with { Graph = null }));
    }

    private static Service Service(string name, params string[] dependsOn) =>
        new() { Name = name, Paths = [], DependsOn = dependsOn, Place = A.Line(10) };

    private static Decision Flood(string text)
    {
        var hostile = ForgeSamples.Hostile(text);
        var risk = hostile.Assessment!.Risk;
        return hostile with
        {
            Reasons = [.. Enumerable.Repeat(text, 2_000)],
            Remarks = [.. Enumerable.Repeat(text, 2_000)],
            Candidates = [.. Enumerable.Repeat(hostile.Candidates[0], 2_000)],
            AskAgain =
            [
                .. Enumerable.Repeat(new ReAsk(SampleDecisions.Bob, SampleDecisions.Head, [text, text]), 2_000),
            ],
            Assessment = hostile.Assessment with
            {
                Risk = risk with
                {
                    Reasons = [.. Enumerable.Repeat(risk.Reasons[0] with { Sentence = text }, 2_000)],
                    Hazards = [.. Enumerable.Repeat(risk.Hazards[0], 2_000)],
                },
            },
        };
    }

    private static string Comment(Decision decision) =>
        CommentMarkdown.Of(decision, ForgeSamples.Change(decision), ForgeSamples.Context);
}
