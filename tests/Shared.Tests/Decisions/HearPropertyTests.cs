using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>What holds of any conversation about a change that had three heads.</summary>
public static class HearPropertyTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 2, "senior");

    private static readonly Change Pushed = A.Change().Touching("README.md", "docs/a.md")
        .Pushed("same content", each => each)
        .Pushed("other content", each => each.Having("docs/a.md", "v2"));

    private static readonly IReadOnlyList<Sha> Heads = [Pushed.Head, .. Pushed.FormerHeads, A.Sha("never")];

    private static readonly Gen<string> People = Gen.Elements("alice", "bob", "carol", "dana", "erin", "mallory");

    private static readonly Gen<Said> Approving =
        from who in People
        from head in Gen.Elements(Heads.ToArray())
        from review in Gen.Elements(true, false)
        select review ? new Said(who, ReviewVerdict.Approved, head, "") : new(who, null, head, $"/approve {head.Short}");

    private static readonly Gen<Said> Anything = Gen.Frequency(
        (4, Approving),
        (2, from who in People
            from verdict in Gen.Elements(
                ReviewVerdict.ChangesRequested, ReviewVerdict.Commented, ReviewVerdict.Dismissed)
            from head in Gen.Elements(Heads.ToArray())
            select new Said(who, verdict, head, "")),
        (3, from who in People
            from text in Gen.Elements(
                "/unapprove", "/reject it locks", "/ai yes", "/ai no", "/approve", "/override now", "Fine.")
            select new Said(who, null, Heads[0], text)));

    private sealed record Said(string Who, ReviewVerdict? Verdict, Sha Head, string Text)
    {
        public bool Edited { get; init; }
    }

    [Fact]
    public static void The_order_in_which_different_people_speak_does_not_matter() =>
        Hold(Gen.Choose(0, int.MaxValue), (said, seed) =>
        {
            var queues = said.GroupBy(each => each.Who).OrderBy(group => A.Person(group.Key).Id ^ seed);
            return Same(Decide(said), Decide([.. queues.SelectMany(queue => queue)]));
        });

    [Fact]
    public static void An_edited_comment_is_as_if_it_were_not_there() =>
        Hold(Gen.Choose(1, int.MaxValue), (said, mask) =>
        {
            bool IsEdited(Said each, int index) => each.Verdict is null && (mask >> (index % 31) & 1) == 1;
            return Same(
                Decide([.. said.Select((each, index) => each with { Edited = IsEdited(each, index) })]),
                Decide([.. said.Where((each, index) => !IsEdited(each, index))]));
        });

    [Fact]
    public static void Another_approval_never_keeps_a_change_waiting() =>
        Hold(from approval in Approving from at in Gen.Choose(0, 30) select (approval, at), (said, more) =>
        {
            var before = Decide(said);
            var after = Decide(
                [.. said.Take(more.at), more.approval, .. said.Skip(more.at)]);
            return before.State is not DecisionState.Approved || after.State is DecisionState.Approved;
        });

    [Fact]
    public static void Who_has_not_approved_the_content_is_not_counted() =>
        Hold(Gen.Constant(0), (said, _) => Decide(said).Counted.All(approval =>
            approval.Head == Pushed.Head
            && said.Any(each => each.Who == approval.Person.Login && each.Head == Pushed.Head
                && (each.Verdict is ReviewVerdict.Approved
                    || each.Text.StartsWith("/approve ", StringComparison.Ordinal)))));

    [Theory]
    [InlineData(DecisionState.Approved, 50)]
    [InlineData(DecisionState.Waiting, 100)]
    [InlineData(DecisionState.Vetoed, 100)]
    public static void The_conversations_reach_every_state_that_matters(DecisionState state, int least) =>
        Assert.InRange(
            Anything.ListOf().Sample(1_000, 40).Count(said => Decide([.. said]).State == state), least, 1_000);

    private static Decision Decide(IReadOnlyList<Said> said)
    {
        var change = Pushed with
        {
            Reviews =
            [
                .. said.Index().Where(each => each.Item.Verdict is not null).Select(each => new Review(
                    A.Person(each.Item.Who), each.Item.Verdict!.Value, each.Item.Head, At(each.Index))),
            ],
            Comments =
            [
                .. said.Index().Where(each => each.Item.Verdict is null).Select(each => new Comment(
                    each.Index, A.Person(each.Item.Who), each.Item.Text, At(each.Index), each.Item.Edited)),
            ],
        };
        return change.DecidedByTalk(Policy);
    }

    private static DateTimeOffset At(int index) => A.Now.AddSeconds(index);

    private static bool Same(Decision one, Decision other) =>
        one.State == other.State
        && one.CountsAs == other.CountsAs
        && one.Counted.Select(each => each.Person.Login).Order()
            .SequenceEqual(other.Counted.Select(each => each.Person.Login).Order())
        && one.NotCounted.Select(each => each.Why).Order()
            .SequenceEqual(other.NotCounted.Select(each => each.Why).Order())
        && one.Vetoes.Select(each => each.Person.Login).Order()
            .SequenceEqual(other.Vetoes.Select(each => each.Person.Login).Order());

    private static void Hold<T>(Gen<T> beside, Func<IReadOnlyList<Said>, T, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(40),
            Prop.ForAll(
                Arb.From(
                    from said in Anything.ListOf() from other in beside select (Said: said.ToList(), Beside: other),
                    pair => pair.Said.Select((_, index) =>
                        (pair.Said.Where((_, other) => other != index).ToList(), pair.Beside))),
                pair => property(pair.Said, pair.Beside)));
}
