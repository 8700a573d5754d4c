using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class PushesTests
{
    [Fact]
    public static void Everyone_who_moved_the_branch_since_its_creation_pushed_it()
    {
        var pushes = Read("push b→h ann", "pr_merge a→b rob[bot]", "branch_creation 0→a wes", "push e→e old");

        Assert.Equal(["ann", "rob[bot]", "wes"], Fact(pushes.Pushers).Select(person => person.Login));
        Assert.Equal(AccountKind.Bot, Fact(pushes.Pushers)[1].Kind);
        Assert.Equal([Id('b'), Id('a')], pushes.FormerHeads);
    }

    [Fact]
    public static void A_move_onto_the_merge_base_ends_the_record_but_not_a_way_back_by_force()
    {
        var ended = Read("push e→h ann", "push d→e wes", "push c→d old");
        var forced = Read("push d→h ann", "force_push b→d wes", "push a→b bea", "branch_creation 0→a carl");

        Assert.Equal(["ann", "wes", "old"], Fact(ended.Pushers).Select(person => person.Login));
        Assert.Equal([Id('e')], ended.FormerHeads.Where(head => head != Id('c')));
        Assert.Equal(["ann", "wes", "bea", "carl"], Fact(forced.Pushers).Select(person => person.Login));
        Assert.Equal([Id('b'), Id('a')], forced.FormerHeads);
    }

    [Fact]
    public static void A_branch_that_was_deleted_and_restored_goes_on()
    {
        var restored = Read("branch_creation 0→h ann", "branch_deletion h→0 bob", "push a→h wes", "branch_creation 0→a wes");
        var reused = Read("branch_creation 0→h ann", "branch_deletion c→0 bob", "push a→c wes");

        Assert.Equal(["ann", "wes"], Fact(restored.Pushers).Select(person => person.Login));
        Assert.Equal(["ann"], Fact(reused.Pushers).Select(person => person.Login));
        Assert.Empty(reused.FormerHeads);
    }

    [Fact]
    public static void A_head_that_the_record_does_not_show_yet_has_no_known_pusher()
    {
        var pushes = Read("push a→b ann", "branch_creation 0→a ann");

        Assert.Contains("does not show yet", Reason(pushes.Pushers), StringComparison.Ordinal);
        Assert.Equal([Id('b'), Id('a')], pushes.FormerHeads);
    }

    [Fact]
    public static void An_actor_whose_account_is_gone_is_somebody_without_one()
    {
        var pusher = Assert.Single(Fact(Read("branch_creation 0→h -").Pushers));

        Assert.Equal((null, null), (pusher.Id, pusher.Login));
        Assert.NotNull(pusher.Name);
    }

    [Fact]
    public static void A_record_without_an_end_within_reach_is_unknown()
    {
        string[] endless = ["push a→h ann", .. Enumerable.Repeat("push a→b ann", 999)];

        Assert.Contains("more than 1000 times", Reason(Read(endless).Pushers), StringComparison.Ordinal);
    }

    /// <summary>`h` is the head, `d` the merge base, `0` nothing.</summary>
    private static Pushes Read(params string[] moves) =>
        Pushes.From([.. moves.Select(Move)], new(Id('c'), Id('d'), Id('h'), 1), "work");

    private static ActivityReply Move(string line)
    {
        var words = line.Split(' ');
        return new(words[0], $"{Id(words[1][0])}", $"{Id(words[1][2])}")
        {
            Actor = words[2] == "-" ? null : new(words[2][0], words[2], "User"),
        };
    }

    private static Sha Id(char letter) => Sha.Parse(new string(letter == 'h' ? 'f' : letter, 40));
}
