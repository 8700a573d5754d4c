using ChangeSentinel.Changes;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Policies;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class GatherTests
{
    [Fact]
    public static async Task Every_fact_of_an_ordinary_pull_request_is_read()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(
            NewFile.Text("src/a.cs", "one\n2\nthree\n"),
            NewFile.Text("src/b.cs", "new\n"),
            NewFile.Removed("README.md"));
        pull.Body = "Please";

        var (change, policy, _) = await ground.Gather(pull);

        Assert.IsType<PolicyReading.Valid>(policy);
        Assert.Equal(("main", "work", "main"), (change.Base, change.Branch, change.DefaultBranch));
        Assert.Equal(ground.Shop.Branch("main"), $"{change.MergeBase}");
        Assert.Equal(change.MergeBase, change.BaseCommit);
        Assert.Equal((ground.Alice.Id, AccountKind.User), (change.Opener!.Id, change.Opener.Kind));
        Assert.Equal(("Change the shop", "Please", false), (change.Title, change.Description, change.Draft));
        Assert.Equal(
            [(FileChange.Removed, "README.md"), (FileChange.Modified, "src/a.cs"), (FileChange.Added, "src/b.cs")],
            Fact(change.Files).Select(file => (file.Change, file.Path)));
        var modified = Fact(change.Files)[1];
        Assert.Equal(["2"], Fact(modified.Patch).Lines.Where(line => line.Side is LineSide.Added).Select(line => line.Text));
        Assert.Equal(("100644", 1, 1), (modified.Old!.Mode, modified.Added, modified.Removed));
        var commit = Assert.Single(Fact(change.Commits));
        Assert.Equal(("alice", "alice@example.com", "Change work"), (commit.Author.Login, commit.Author.Email, commit.Message));
        Assert.Equal(["alice"], Fact(change.Pushers).Select(person => person.Login));
        Assert.Equal(["bob"], Fact(change.Membership.Role("maintain")).Select(person => person.Login));
        Assert.Equal(["alice", "bob"], Fact(change.Membership.Role("write")).Select(person => person.Login));
        Assert.Null(Fact(change.CodeOwners));
        Assert.Null(Fact(change.HeadCodeOwners));
        Assert.Empty(Fact(change.Manifests));
        Assert.Empty(change.Remarks);
        Assert.Empty(change.FormerHeads);
    }

    [Fact]
    public static async Task Without_what_an_event_says_the_same_is_read()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("src/a.cs", "1\n"));

        var (asked, _, _) = await ground.Forge().Gather(GatherGround.Reference(pull), CancellationToken.None);
        var (told, _, _) = await ground.Gather(pull);

        Assert.Equal(Fact(told.Files).Select(file => file.New), Fact(asked.Files).Select(file => file.New));
        Assert.Equal((told.Head, told.MergeBase), (asked.Head, asked.MergeBase));
        Assert.Equal(Fact(told.Commits).Select(commit => commit.Sha), Fact(asked.Commits).Select(commit => commit.Sha));
        Assert.Equal(Fact(told.Pushers), Fact(asked.Pushers));
    }

}
