using ChangeSentinel.Changes;
using ChangeSentinel.Fake.Edge;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class GatherHistoryTests
{
    [Fact]
    public static async Task Attack_18_commits_beyond_the_lists_end_are_read_by_comparing()
    {
        await using var ground = await GatherGround.Open();
        ground.State.Push(ground.Shop, ground.Alice, "work",
        [
            .. Enumerable.Range(0, 260).Select(number =>
                GatherGround.Commit(ground.Alice, $"Step {number}", NewFile.Text("a", $"{number}\n"))),
        ]);
        var pull = ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Long");

        var hinted = Fact((await ground.Gather(pull)).Change.Commits);
        var asked = Fact((await ground.Forge().Gather(GatherGround.Reference(pull), default)).Change.Commits);

        Assert.Equal(260, hinted.Count);
        Assert.Equal(("Step 0", "Step 259"), (hinted[0].Message, hinted[^1].Message));
        Assert.Equal(hinted.Select(commit => commit.Sha), asked.Select(commit => commit.Sha));
    }

    [Fact]
    public static async Task Attack_6_who_wrote_or_pushed_a_head_that_was_forced_away_stays_known()
    {
        await using var ground = await GatherGround.Open();
        var start = ground.Shop.Branch("main")!;
        var lost = ground.State.Push(
            ground.Shop, ground.Bob, "work", GatherGround.Commit(ground.Bob, "Bob's", NewFile.Text("a", "bob\n")));
        ground.State.ForcePush(
            ground.Shop, ground.Alice, "work",
            (start, [GatherGround.Commit(ground.Alice, "Alice's", NewFile.Text("a", "alice\n"))]));
        var pull = ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Forced");

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal(["bob", "alice"], Fact(change.Commits).Select(commit => commit.Author.Login));
        Assert.Equal(["alice", "bob"], Fact(change.Pushers).Select(person => person.Login));
        Assert.Equal([Sha.Parse(lost)], change.FormerHeads);
    }

    [Fact]
    public static async Task A_former_head_that_was_approved_is_read_as_it_was()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("src/a.cs", "1\n"), NewFile.Text("b", "1\n"));
        var seen = pull.HeadSha;
        ground.State.AddReview(pull, ground.Bob, "APPROVED");
        ground.Push(ground.Alice, "work", NewFile.Text("b", "2\n"));
        var commented = pull.HeadSha;
        ground.State.AddComment(pull, ground.Bob, $"/approve {commented[..7]}");
        ground.Push(ground.Alice, "work", NewFile.Text("c", "1\n"));
        ground.Push(ground.Alice, "work", NewFile.Text("c", "2\n"));

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal(3, change.FormerHeads.Count);
        Assert.Equal([Sha.Parse(commented), Sha.Parse(seen)], change.SpokenHeads.Keys);
        var was = Fact(change.SpokenHeads[Sha.Parse(seen)]).ToDictionary(file => file.Path);
        var now = Fact(change.Files).ToDictionary(file => file.Path);
        Assert.Equal((now["src/a.cs"].Old, now["src/a.cs"].New), (was["src/a.cs"].Old, was["src/a.cs"].New));
        Assert.NotEqual(now["b"].New, was["b"].New);
        Assert.False(was.ContainsKey("c"));
        Assert.Equal((ReviewVerdict.Approved, Sha.Parse(seen)), (change.Reviews[0].Verdict, change.Reviews[0].Head));
    }

    [Fact]
    public static async Task A_dismissed_review_still_says_what_it_had_said()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var review = ground.State.AddReview(pull, ground.Bob, "DISMISSED");
        review.StateBefore = "CHANGES_REQUESTED";

        var read = Assert.Single((await ground.Gather(pull)).Change.Reviews);

        Assert.Equal((ReviewVerdict.Dismissed, ReviewVerdict.ChangesRequested), (read.Verdict, read.Before));
    }

    [Fact]
    public static async Task A_fork_is_read_where_its_branch_lives()
    {
        await using var ground = await GatherGround.Open();
        ground.Shop.Private = false;
        var fork = ground.State.Fork(ground.Shop, ground.Bob);
        ground.State.Push(fork, ground.Bob, "patch", GatherGround.Commit(ground.Bob, "Patch", NewFile.Text("p", "1\n")));
        var pull = ground.State.OpenPull(ground.Shop, ground.Bob, (fork, "patch"), "From a fork");

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal(["bob"], Fact(change.Pushers).Select(person => person.Login));
        Assert.Equal(["p"], Fact(change.Files).Select(file => file.Path));
    }

    [Fact]
    public static async Task Where_the_branchs_repository_is_gone_nobody_knows_who_pushed()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("p", "1\n"));
        pull.HeadRepository = null;

        var (change, _, _) = await ground.Gather(pull);

        Assert.Contains("deleted", Reason(change.Pushers), StringComparison.Ordinal);
        Assert.Single(Fact(change.Files));
        // GitHub's own description does not know that a deleted repository is null.
        ground.GitHub.Complaints.Clear();
    }

    [Fact]
    public static async Task A_record_that_may_not_be_read_names_the_right_that_is_missing()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("p", "1\n"));
        ground.GitHub.Faults.Add(new Fault.Status(404), "GET", "/repos/acme/shop/activity", times: 5);
        ground.GitHub.Faults.Add(new Fault.Status(403), "GET", "/repos/acme/shop/collaborators", times: 5);

        var (change, _, _) = await ground.Gather(pull);

        Assert.Contains("'contents: read' on acme/shop", Reason(change.Pushers), StringComparison.Ordinal);
        Assert.Contains("push access", Reason(change.Membership.Role("write")), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Attack_4_a_push_while_it_is_read_begins_the_reading_again()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var hints = GatherGround.Hints(pull);
        ground.Push(ground.Bob, "work", NewFile.Text("b", "1\n"));

        var (change, _, _) = await ground.Forge(hints).Gather(GatherGround.Reference(pull), default);

        Assert.Equal(pull.HeadSha, $"{change.Head}");
        Assert.Equal(["a", "b"], Fact(change.Files).Select(file => file.Path));
        Assert.Equal(["bob", "alice"], Fact(change.Pushers).Select(person => person.Login));
    }

    [Fact]
    public static async Task A_head_that_never_rests_is_a_failure_that_says_so()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        var hints = GatherGround.Hints(pull);
        for (var number = 0; number < 3; number++)
        {
            var content = $"{number}\n";
            ground.GitHub.Interruptions.Before(
                "GET", "/repos/acme/shop/pulls/1", () => ground.Push(ground.Bob, "work", NewFile.Text("b", content)));
        }

        var failure = await Assert.ThrowsAsync<ForgeException>(
            () => ground.Forge(hints).Gather(GatherGround.Reference(pull), default));

        Assert.Equal(ForgeFailure.Conflict, failure.Failure);
        Assert.Contains("keeps moving", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Notes_and_traces_of_agents_are_read()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text(".agent-trace/traces.jsonl", "{}\n"), NewFile.Text("a", "1\n"));
        var (flat, fanned) = (pull.HeadSha, ground.Push(ground.Alice, "work", NewFile.Text("a", "2\n")));
        ground.State.Move(ground.Shop, ground.Alice, "notes", ground.State.Push(
            ground.Shop, ground.Alice, "notes", GatherGround.Commit(
                ground.Alice, "Notes", NewFile.Text(flat, "flat"), NewFile.Text($"{fanned[..2]}/{fanned[2..]}", "fanned"))));
        ground.Shop.Refs["refs/notes/ai"] = ground.Shop.Branch("notes")!;

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal(["flat", "fanned"], Fact(change.Commits).Select(commit => commit.AuthorshipNote));
        Assert.Equal("{}\n", change.AgentTrace);
    }
}
