using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class GitLogTests
{
    [Fact]
    public static async Task A_commit_is_read_with_people_message_and_parents()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        var head = git.Commit(new("main", SandboxFile.Text("a", "b\n"))
        {
            Message = "Round refunds\n\nTo the unit.\r\nCo-Authored-By: Claude <noreply@anthropic.com>\n\n",
            Author = "Dana Doe <12345+dana@users.noreply.github.com>",
            Committer = "GitHub <noreply@github.com>",
        });

        var commits = await Read(git, "main");

        var commit = commits[0];
        Assert.Equal(2, commits.Count);
        Assert.Equal((head, 1), (commit.Sha, commit.Parents));
        Assert.Equal("Round refunds", commit.Subject);
        Assert.Equal(
            "Round refunds\n\nTo the unit.\nCo-Authored-By: Claude <noreply@anthropic.com>", commit.Message);
        Assert.Equal(
            ("Dana Doe", "dana", 12345L), (commit.Author.Name, commit.Author.Login, commit.Author.Id));
        Assert.Equal("noreply@github.com", commit.Committer.Email);
        Assert.Equal(0, commits[1].Parents);
        Assert.Null(commit.AuthorshipNote);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("subject\n\n\u0001\u0002\u001b[31m \u202E %x00 %H --end-of-options")]
    [InlineData("commit 0123456789\nAuthor: Mallory\n\ndiff --git a/x b/x\n@@ -1 +1 @@")]
    public static async Task Messages_may_hold_anything(string message)
    {
        using var git = new GitSandbox();
        git.Commit(new("main", SandboxFile.Text("a", "a\n")) { Message = message });
        git.Commit(new("main", SandboxFile.Text("a", "b\n")) { Message = "second" });

        var commits = await Read(git, "main");

        Assert.Equal(["second", message.TrimEnd('\n')], commits.Select(commit => commit.Message));
    }

    [Fact]
    public static async Task A_message_with_NUL_does_not_shift_the_fields_of_the_next_commit()
    {
        using var git = new GitSandbox();
        var tree = git.Run("hash-object", "-t", "tree", "-w", "/dev/null");
        var raw = $"tree {tree}\nauthor M <m@x> 1700000000 +0000\n" +
            "committer M <m@x> 1700000000 +0000\n\nseen\0hidden\0";
        var first = git.Feed(
            Encoding.UTF8.GetBytes(raw), "hash-object", "-t", "commit", "-w", "--stdin", "--literally");
        git.Commit(new("main", SandboxFile.Text("a", "b\n")) { From = Sha.Parse(first), Message = "second" });

        var commits = await Read(git, "main");

        Assert.Equal(["second", "seen"], commits.Select(commit => commit.Message));
    }

    [Fact]
    public static async Task Names_without_e_mail_and_messages_in_other_encodings_are_read()
    {
        using var git = new GitSandbox();
        var tree = git.Run("hash-object", "-t", "tree", "-w", "/dev/null");
        byte[] raw =
        [
            .. Encoding.UTF8.GetBytes(
                $"tree {tree}\nauthor  <> 1700000000 +0000\ncommitter Ren\u00e9 <r@x> 1700000000 +0000\n" +
                "encoding ISO-8859-1\n\ncaf"),
            0xE9,
        ];
        var commit = git.Feed(raw, "hash-object", "-t", "commit", "-w", "--stdin", "--literally");

        var read = Assert.Single(await Read(git, commit));

        Assert.Equal("café", read.Message);
        Assert.Equal((null, null), (read.Author.Name, read.Author.Email));
    }

    [Fact]
    public static async Task A_merge_has_two_parents_and_both_sides_are_in_the_range()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Branch("side", "main");
        git.Commit(new("feature", SandboxFile.Text("f", "f\n")) { Message = "one" });
        var side = git.Commit(new("side", SandboxFile.Text("s", "s\n"))
        {
            Message = "two",
            Author = "Mallory <mallory@example.com>",
        });
        git.Commit(new("feature", SandboxFile.Text("s", "s\n")) { Message = "three", Merges = [side] });

        var change = await git.Gather("main", "feature");

        var commits = Assert.IsType<Known<IReadOnlyList<Commit>>.Fact>(change.Commits).Value;
        Assert.Equal(
            ["one", "two"], commits.Take(2).Select(commit => commit.Message).Order(StringComparer.Ordinal));
        Assert.Equal(("three", 2), (commits[^1].Message, commits[^1].Parents));
        Assert.Contains(change.Pushers.Or([]), person => person.Email == "mallory@example.com");
    }

    [Fact]
    public static async Task Git_ai_notes_come_with_their_commits()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        var noted = git.Commit("main", "a", "b\n");
        const string Note = "src/a.cs\n  s_1::t_1 1-4\n---\n{}";
        git.Run("notes", "--ref=refs/notes/ai", "add", "-m", Note, noted.ToString());
        git.Run("notes", "--ref=refs/notes/other", "add", "-m", "not this one", noted.ToString());

        var commits = await Read(git, "main");

        Assert.Equal(Note, commits[0].AuthorshipNote?.TrimEnd('\n'));
        Assert.Null(commits[1].AuthorshipNote);
    }

    [Fact]
    public static async Task A_note_with_NUL_does_not_shift_the_fields_of_the_next_commit()
    {
        using var git = new GitSandbox();
        git.Commit(new("main", SandboxFile.Text("a", "a\n")) { Message = "first" });
        var head = git.Commit(new("main", SandboxFile.Text("a", "b\n")) { Message = "second" });
        var note = git.Blob([.. "note\0"u8, .. "\0\0 0123"u8]);
        git.Run("notes", "--ref=refs/notes/ai", "add", "-C", note.ToString(), head.ToString());

        var commits = await Read(git, "main");

        Assert.Equal(["second", "first"], commits.Select(commit => commit.Message));
        Assert.StartsWith("note", commits[0].AuthorshipNote, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Long_histories_come_complete_and_in_order()
    {
        using var git = new GitSandbox();
        var stream = new StringBuilder();
        for (var i = 1; i <= 1000; i++)
            stream.Append(
                $"commit refs/heads/main\ncommitter P{i % 7} <p{i % 7}@x> {1_700_000_000 + i} +0000\n")
                .Append($"data {$"c{i}".Length}\nc{i}\n");
        git.Feed(Encoding.UTF8.GetBytes(stream.ToString()), "fast-import", "--quiet");

        var newest = await Read(git, "main");
        var oldest = new List<string>();
        await foreach (var commit in (await git.Forge()).Commits(
            new(["main"]) { OldestFirst = true }, CancellationToken.None))
            oldest.Add(commit.Message);

        Assert.Equal(Enumerable.Range(1, 1000).Select(i => $"c{i}"), oldest);
        Assert.Equal(oldest.AsEnumerable().Reverse(), newest.Select(commit => commit.Message));
        Assert.All(
            newest, commit => Assert.Equal($"p{int.Parse(commit.Message[1..]) % 7}@x", commit.Author.Email));
    }

    [Theory]
    [InlineData("mian..feature", "'mian' is not a commit in this repository; did you mean 'main'?")]
    [InlineData("^mian", "'mian' is not a commit in this repository; did you mean 'main'?")]
    [InlineData("main...featur", "'featur' is not a commit in this repository; did you mean 'feature'?")]
    public static async Task An_unknown_end_of_a_range_is_named_with_the_nearest(string range, string message)
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");

        var failure = await Assert.ThrowsAsync<GitException>(() => Read(git, range));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public static async Task A_repository_without_commits_is_told_as_such()
    {
        using var git = new GitSandbox();

        var log = await Assert.ThrowsAsync<GitException>(() => Read(git, "HEAD"));
        var check = await Assert.ThrowsAsync<GitException>(() => git.Gather());

        Assert.Equal((GitFailure.NoCommits, GitFailure.NoCommits), (log.Failure, check.Failure));
        Assert.Equal("the repository has no commit yet on 'main'", check.Message);
    }

    internal static async Task<IReadOnlyList<Commit>> Read(GitSandbox git, string range)
    {
        var commits = new List<Commit>();
        await foreach (var commit in (await git.Forge()).Commits(new([range]), CancellationToken.None))
            commits.Add(commit);
        return commits;
    }
}
