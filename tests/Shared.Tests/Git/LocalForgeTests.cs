using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class LocalForgeTests
{
    private static readonly string[] Candidates =
        [".blastradius.yml", ".github/.blastradius.yml", "docs/.blastradius.yml"];

    [Fact]
    public static async Task Attack_1_the_policy_is_the_bases_whatever_the_branch_says()
    {
        using var git = new GitSandbox();
        var start = git.Commit("main", ".github/.blastradius.yml", "paths: base\n");
        git.Branch("feature", "main");
        git.Commit(new(
            "feature",
            SandboxFile.Text(".blastradius.yml", "paths: mine\n"),
            SandboxFile.Removed(".github/.blastradius.yml")));
        git.Run("checkout", "--quiet", "feature");

        var policy = await Policy(git);

        Assert.Equal(new SourceFile(".github/.blastradius.yml", "paths: base\n"), policy.File);
        Assert.Equal(start, policy.Commit);
        Assert.Empty(policy.Remarks);
    }

    [Fact]
    public static async Task A_second_policy_file_is_a_remark()
    {
        using var git = new GitSandbox();
        git.Commit(new(
            "main",
            SandboxFile.Text("docs/.blastradius.yml", "paths: docs\n"),
            SandboxFile.Text(".blastradius.yml", "paths: top\n")));
        git.Commit("main", "a", "a\n");

        var policy = await Policy(git);

        Assert.Equal("paths: top\n", policy.File?.Text);
        Assert.Equal(["docs/.blastradius.yml is not read: .blastradius.yml comes first."], policy.Remarks);
    }

    [Fact]
    public static async Task A_base_without_policy_is_judged_by_the_default_branchs()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("release", "main");
        git.Branch("feature", "main");
        git.Commit("feature", "b", "b\n");
        git.Commit("main", ".blastradius.yml", "paths: main\n");

        var policy = await Policy(git, "release", "feature");

        Assert.Equal("paths: main\n", policy.File?.Text);
        Assert.Equal(
            ["release has no policy; .blastradius.yml of the default branch applies."], policy.Remarks);
    }

    [Fact]
    public static async Task Without_any_policy_there_is_none()
    {
        using var git = new GitSandbox();
        git.Commit("main", ".blastradius.yml/not-a-file", "x\n");
        git.Commit("main", "a", "a\n");

        Assert.Null((await Policy(git)).File);
    }

    [Fact]
    public static async Task Attack_29_a_policy_that_cannot_be_read_is_never_no_policy()
    {
        using var git = new GitSandbox();
        git.Commit("main", ".blastradius.yml", "paths: x\n");
        git.Commit("main", "a", "a\n");
        var blob = git.Blob("paths: x\n").ToString();
        git.Unpack();
        File.Delete(Path.Combine(git.Directory, ".git", "objects", blob[..2], blob[2..]));

        var failure = await Assert.ThrowsAsync<GitException>(() => Policy(git));

        Assert.Equal(GitFailure.MissingObject, failure.Failure);
        Assert.StartsWith(".blastradius.yml of ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_symlink_as_policy_is_not_followed()
    {
        using var git = new GitSandbox();
        git.Commit(new(
            "main",
            SandboxFile.Text(".blastradius.yml", "free/policy.yml") with { Mode = "120000" },
            SandboxFile.Text("free/policy.yml", "paths: lax\n")));
        git.Commit("main", "a", "a\n");

        Assert.Equal("free/policy.yml", (await Policy(git)).File?.Text);
    }

    [Theory]
    [InlineData(".github/CODEOWNERS", ".github/CODEOWNERS,CODEOWNERS,docs/CODEOWNERS")]
    [InlineData("CODEOWNERS", "docs/CODEOWNERS,CODEOWNERS")]
    [InlineData("docs/CODEOWNERS", "docs/CODEOWNERS,src/CODEOWNERS")]
    [InlineData(null, "src/CODEOWNERS")]
    public static async Task CODEOWNERS_is_read_where_GitHub_looks_from_the_base(
        string? expected, string present)
    {
        using var git = new GitSandbox();
        git.Commit(
            new("main", [.. present.Split(',').Select(path => SandboxFile.Text(path, $"* @{path}\n"))]));
        git.Branch("feature", "main");
        git.Commit(
            new("feature", [.. present.Split(',').Select(path => SandboxFile.Text(path, "* @mallory\n"))]));

        var change = await git.Gather("main", "feature");

        var owners = Assert.IsType<Known<SourceFile?>.Fact>(change.CodeOwners).Value;
        var proposed = Assert.IsType<Known<SourceFile?>.Fact>(change.HeadCodeOwners).Value;
        Assert.Equal(expected is null ? null : new SourceFile(expected, $"* @{expected}\n"), owners);
        Assert.Equal(expected is null ? null : new SourceFile(expected, "* @mallory\n"), proposed);
    }

    [Fact]
    public static async Task Manifests_are_the_wanted_files_of_the_base_in_tree_order()
    {
        using var git = new GitSandbox();
        git.Commit(new(
            "main",
            SandboxFile.Text("web/package.json", "{}\n"),
            SandboxFile.Text("api/ü\n.csproj", "<Project/>"),
            SandboxFile.Text("api/Program.cs", "x"),
            SandboxFile.Text("empty/package.json", ""),
            SandboxFile.Text("link/package.json", "/etc/passwd") with { Mode = "120000" }));
        git.Branch("feature", "main");
        git.Commit("feature", "web/package.json", "changed\n");

        var change = await git.Gather("main", "feature", new()
        {
            Manifests = path => path.EndsWith("package.json") || path.EndsWith(".csproj"),
        });

        Assert.Equal(
            [
                new("api/ü\n.csproj", "<Project/>"),
                new("empty/package.json", ""),
                new("web/package.json", "{}\n"),
            ],
            Assert.IsType<Known<IReadOnlyList<SourceFile>>.Fact>(change.Manifests).Value);
    }

    [Fact]
    public static async Task A_manifest_that_is_too_large_makes_the_manifests_unknown()
    {
        using var git = new GitSandbox();
        git.Commit("main", "package.json", new string(' ', 1 + (1 << 20)));
        git.Branch("feature", "main");
        git.Commit("feature", "a", "a\n");

        var change = await git.Gather("main", "feature", new() { Manifests = _ => true });

        var unknown = Assert.IsType<Known<IReadOnlyList<SourceFile>>.Unknown>(change.Manifests);
        Assert.Contains("1048577 bytes", unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Committers_stand_for_pushers_and_GitHubs_own_is_left_out()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        SandboxCommit By(string author, string committer) => new(
            "feature", SandboxFile.Text("a", author + committer))
        {
            Author = author,
            Committer = committer,
        };
        git.Commit(By("Dana <dana@x.org>", "Dana <dana@x.org>"));
        git.Commit(By("Erin <7+erin@users.noreply.github.com>", "GitHub <noreply@github.com>"));
        git.Commit(By("Dana <dana@x.org>", "Erin <7+erin@users.noreply.github.com>"));
        git.Commit(By("Dana <DANA@x.org>", "Dana D. <DANA@x.org>"));
        git.Commit(By(
            "b <8+renovate[bot]@users.noreply.github.com>", "b <8+renovate[bot]@users.noreply.github.com>"));

        var change = await git.Gather("main", "feature", new() { Author = "@dana" });

        Assert.Equal(
            ["Dana", "erin", "renovate[bot]"], change.Pushers.Or([]).Select(person => person.Display));
        Assert.Equal(AccountKind.Bot, change.Pushers.Or([])[2].Kind);
        Assert.Equal("dana", change.Opener?.Login);
        Assert.IsType<Known<IReadOnlyList<Person>>.Unknown>(change.Membership.Team("@acme/seniors"));
    }

    [Fact]
    public static async Task Without_an_author_named_nobody_opened_it()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");

        Assert.Null((await git.Gather()).Opener);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("HEAD", true)]
    [InlineData("feature", true)]
    [InlineData("other", false)]
    public static async Task Uncommitted_changes_are_told_where_the_work_tree_is_what_is_judged(
        string? head, bool told)
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        git.Branch("other", "main");
        git.Commit("other", "a", "c\n");
        git.Run("checkout", "--quiet", "feature");
        var clean = await git.Gather("main", head);
        await File.WriteAllTextAsync(Path.Combine(git.Directory, "a"), "DROP\n");

        var dirty = await git.Gather("main", head);

        Assert.Empty(clean.Remarks);
        Assert.Equal(
            told ? ["Uncommitted changes are not judged: only what is committed is."] : [], dirty.Remarks);
        Assert.DoesNotContain(
            dirty.Files.Or([]).SelectMany(file => file.Patch.Or(Patch.Empty).Lines),
            line => line.Text == "DROP");
    }

    [Fact]
    public static async Task Agent_traces_are_those_of_the_head()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", ".agent-trace/traces.jsonl", "{}\n");

        Assert.Equal("{}\n", (await git.Gather("main", "feature")).AgentTrace);
        Assert.Null((await git.Gather("feature", "main")).AgentTrace);
    }

    [Fact]
    public static async Task A_head_that_moves_between_policy_and_facts_does_not_change_what_is_judged()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "b", "b\n");
        var forge = await git.Forge();
        await forge.Comparing(git.Reference("main", "feature"), CancellationToken.None);

        git.Commit("feature", "c", "c\n");
        var change = await forge.Gather(git.Reference("main", "feature"), new(), CancellationToken.None);

        Assert.Equal(head, change.Head);
        Assert.Equal(["b"], change.Files.Or([]).Select(file => file.Path));
    }

    private static async Task<PolicyText> Policy(GitSandbox git, string? from = null, string? to = null)
    {
        var forge = await git.Forge();
        var comparison = await forge.Comparing(git.Reference(from, to), CancellationToken.None);
        return await forge.Policy(comparison, Candidates, CancellationToken.None);
    }
}
