using System.Text;
using ChangeSentinel.Fake.Edge;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;
using ChangeSentinel.Policies;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class GatherPolicyTests
{
    [Fact]
    public static async Task Attack_1_the_policy_and_the_owners_are_the_bases_whatever_the_head_says()
    {
        await using var ground = await GatherGround.Open();
        ground.Push(ground.Alice, "main", NewFile.Text(".github/CODEOWNERS", "* @bob\n"));
        var pull = ground.Pull(
            NewFile.Text(".blastradius.yml", "paths: |\n  * low\n"), NewFile.Text(".github/CODEOWNERS", "* @alice\n"));

        var (change, policy, _) = await ground.Gather(pull);

        Assert.Equal(2, Valid(policy).Paths.Lines.Count);
        Assert.Equal(new(".github/CODEOWNERS", "* @bob\n"), Fact(change.CodeOwners));
        Assert.Equal(new(".github/CODEOWNERS", "* @alice\n"), Fact(change.HeadCodeOwners));
    }

    [Fact]
    public static async Task Another_base_without_policy_is_judged_by_the_default_branchs()
    {
        await using var ground = await GatherGround.Open();
        ground.Push(ground.Alice, "release/1", NewFile.Removed(".blastradius.yml"));
        var pull = ground.Pull(NewFile.Text("src/a.cs", "1\n"));
        pull.BaseRef = "release/1";

        var (hinted, policy, _) = await ground.Gather(pull);
        var (asked, same, _) = await ground.Forge().Gather(GatherGround.Reference(pull), CancellationToken.None);

        Assert.Equal(2, Valid(policy).Paths.Lines.Count);
        Assert.Equal(Valid(policy).Digest, Valid(same).Digest);
        Assert.Equal(["release/1 has no policy; .blastradius.yml of the default branch applies."], hinted.Remarks);
        Assert.Equal(hinted.Remarks, asked.Remarks);
        Assert.Equal(ground.Shop.Branch("release/1"), $"{hinted.BaseCommit}");
    }

    [Fact]
    public static async Task The_default_branchs_policy_alone_names_checks()
    {
        await using var ground = await GatherGround.Open();
        const string Names = "check_names: {changesentinel: [main]}\n";
        ground.Push(ground.Alice, "main", NewFile.Text(".blastradius.yml", GatherGround.PolicyText + Names));
        ground.Push(ground.Alice, "lax", NewFile.Text(".blastradius.yml", "paths: |\n  * low\n"));
        var pull = ground.Pull(NewFile.Text("src/a.cs", "1\n"));
        pull.BaseRef = "lax";

        var gathered = await ground.Gather(pull);

        Assert.Single(Valid(gathered.Policy).Paths.Lines);
        Assert.Equal(2, gathered.Naming!.Paths.Lines.Count);
        Assert.Equal("changesentinel (lax)", gathered.CheckName);
    }

    [Fact]
    public static async Task A_second_policy_file_is_a_remark_and_none_anywhere_is_no_policy()
    {
        await using var ground = await GatherGround.Open();
        ground.Push(ground.Alice, "main", NewFile.Text("docs/.blastradius.yml", "paths: |\n  * high\n"));
        var pull = ground.Pull(NewFile.Text("a", "1\n"));

        var (two, _, _) = await ground.Gather(pull);
        ground.Push(ground.Alice, "main", NewFile.Removed(".blastradius.yml"), NewFile.Removed("docs/.blastradius.yml"));
        var (_, none, published) = await ground.Gather(pull);

        Assert.Equal(["docs/.blastradius.yml is not read: .blastradius.yml comes first."], two.Remarks);
        Assert.Null(none);
        Assert.Empty(published.Existing);
    }

    [Fact]
    public static async Task A_policy_that_can_not_be_read_is_a_bad_one_and_never_none()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));

        ground.Push(ground.Alice, "main", new NewFile(".blastradius.yml", [0, 1, 2]));
        var (_, binary, _) = await ground.Gather(pull);
        ground.Push(ground.Alice, "main", new NewFile(".blastradius.yml", Encoding.UTF8.GetBytes(new string('#', 2 << 20))));
        var (_, large, _) = await ground.Gather(pull);

        Assert.Contains("is binary", Error(binary), StringComparison.Ordinal);
        Assert.Contains("bytes", Error(large), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_policy_that_graphql_cuts_short_is_read_whole()
    {
        await using var ground = await GatherGround.Open();
        var comment = $"# {new string('x', 60)}\n";
        var text = string.Concat(Enumerable.Repeat(comment, 12_000)) + GatherGround.PolicyText;
        ground.Push(ground.Alice, "main", NewFile.Text(".blastradius.yml", text));
        var pull = ground.Pull(NewFile.Text("a", "1\n"));

        var (_, policy, _) = await ground.Gather(pull);

        Assert.Equal(2, Valid(policy).Paths.Lines.Count);
        Assert.Contains(ground.GitHub.Requests.All, request => request.Path.Contains("/git/blobs/", StringComparison.Ordinal));
    }

    [Fact]
    public static async Task A_baseline_is_read_from_the_same_commit_or_another_repository()
    {
        await using var ground = await GatherGround.Open();
        var rules = ground.State.AddRepository(ground.Acme, "rules");
        rules.Private = false;
        ground.State.Push(
            rules, ground.Alice, "main", GatherGround.Commit(ground.Alice, "Rules", NewFile.Text("base.yml", "mode: enforce\n")));
        var pull = ground.Pull(NewFile.Text("a", "1\n"));

        ground.Push(ground.Alice, "main", Extending("./org/base.yml"), NewFile.Text("org/base.yml", "mode: enforce\n"));
        var (_, local, _) = await ground.Gather(pull);
        ground.Push(ground.Alice, "main", Extending("acme/rules//base.yml@main"));
        var (_, remote, _) = await ground.Gather(pull);
        ground.Push(ground.Alice, "main", Extending("acme/rules//missing.yml@main"));
        var (_, missing, _) = await ground.Gather(pull);

        Assert.Equal("./org/base.yml", Valid(local).Extends);
        Assert.Equal("acme/rules//base.yml@main", Valid(remote).Extends);
        Assert.Contains("could not be read", Error(missing), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Manifests_are_read_from_the_base_and_only_where_the_policy_discovers()
    {
        await using var ground = await GatherGround.Open();
        ground.Push(
            ground.Alice, "main",
            NewFile.Text(".blastradius.yml", GatherGround.PolicyText + "discover: [npm]\n"),
            NewFile.Text("web/package.json", """{"name":"web"}"""),
            NewFile.Text("api/go.mod", "module api\n"));
        var pull = ground.Pull(NewFile.Text("web/package.json", """{"name":"mine"}"""));

        var (change, _, _) = await ground.Gather(pull);

        Assert.Equal([new("web/package.json", """{"name":"web"}""")], Fact(change.Manifests));
    }

    [Fact]
    public static async Task Graphql_that_does_not_answer_leaves_nothing_half_decided()
    {
        await using var ground = await GatherGround.Open();
        var pull = ground.Pull(NewFile.Text("a", "1\n"));
        ground.GitHub.Faults.Add(new Fault.GraphQlErrors("FORBIDDEN", "no"), "POST", "/graphql", times: 10);

        var failure = await Assert.ThrowsAsync<ForgeException>(() => ground.Gather(pull));

        Assert.NotEmpty(failure.Message);
    }

    private static NewFile Extending(string baseline) =>
        NewFile.Text(".blastradius.yml", $"extends: {baseline}\n{GatherGround.PolicyText}");

    private static Policy Valid(PolicyReading? reading) => Assert.IsType<PolicyReading.Valid>(reading).Policy;

    private static string Error(PolicyReading? reading) =>
        Assert.IsType<PolicyReading.Invalid>(reading).Diagnostics[0].Message;
}
