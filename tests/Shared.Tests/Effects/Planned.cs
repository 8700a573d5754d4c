using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Tests.Effects;

/// <summary>Words with which a test plans what is written of a decision.</summary>
public static class Planned
{
    public static PlanContext Context { get; } = new(
        new Wishes(CommentWish.OnBlock, WritesCheck: true),
        new ReportContext(new ForgeLinks("https://github.com", "acme/shop")));

    public static Gathered Facts(this Change change, Published? published = null, Policy? naming = null) =>
        new(change with { DefaultBranch = "main" }, null, published ?? Published.Nothing) { Naming = naming };

    public static IReadOnlyList<Effect> Plan(
        this Decision decision, Change change, Published? published = null, PlanContext? context = null) =>
        ChangeSentinel.Effects.Plan.Effects(decision, change.Facts(published), context ?? Context);

    public static PublishedCheck Check(string name, Sha head, CheckState? state, long id = 1) =>
        new(id, name, head, state) { Title = "", Summary = "" };

    public static Change Numbered(this Change change, int number) =>
        change with { Reference = new ChangeReference.PullRequest("acme/shop", number) };
}
