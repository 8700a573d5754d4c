using System.Diagnostics;
using System.Globalization;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

/// <summary>What happens when git is absent, silent, endless or not git at all.</summary>
public static class GitProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    [Fact]
    public static void Without_git_on_the_path_the_failure_says_so()
    {
        var failure = Assert.Throws<GitException>(() => GitProgram.FindIn(Path.GetTempPath()));

        Assert.Equal(GitFailure.GitMissing, failure.Failure);
        Assert.Contains("install git", failure.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public static void A_program_named_git_in_the_current_folder_is_never_started()
    {
        using var git = new GitSandbox();
        var folder = Path.GetDirectoryName(git.Script("exit 0").Path)!;
        File.Move(Path.Combine(folder, "fake-git"), Path.Combine(folder, "git"));
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);

        Assert.Throws<GitException>(() => GitProgram.FindIn($":.:{relative}"));
        Assert.Equal(Path.Combine(folder, "git"), GitProgram.FindIn(folder).Path);
    }

    [UnixFact]
    public static async Task A_file_that_cannot_be_run_is_passed_over()
    {
        using var git = new GitSandbox();
        await File.WriteAllTextAsync(git.Beside("git"), "not a program");

        Assert.Throws<GitException>(() => GitProgram.FindIn(Path.GetDirectoryName(git.Beside("git"))!));
    }

    [UnixFact]
    public static async Task A_git_that_says_nothing_is_given_up_and_ended()
    {
        using var git = new GitSandbox();
        var body = $"echo $$ > '{git.Beside("pid")}'; exec sleep 600";
        var script = git.Script(body) with { Patience = Patience };

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, script, CancellationToken.None));

        Assert.Equal(GitFailure.Silent, failure.Failure);
        Assert.False(IsRunning(git.Beside("pid")));
    }

    [UnixFact]
    public static async Task A_git_that_answers_and_does_not_end_is_given_up_and_ended()
    {
        using var git = new GitSandbox();
        var body = $"echo $$ > '{git.Beside("pid")}'; printf 'false\\ntrue\\nfalse\\nsha1\\n\\n/x\\n'; " +
            "exec sleep 600 >&-";
        var script = git.Script(body) with { Patience = Patience };

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, script, CancellationToken.None));

        Assert.Equal(GitFailure.Silent, failure.Failure);
        Assert.False(IsRunning(git.Beside("pid")));
    }

    [UnixFact]
    public static async Task Cancelling_ends_git()
    {
        using var git = new GitSandbox();
        var script = git.Script(
            $"echo $$ > '{git.Beside("pid")}'; echo > '{git.Beside("ready")}'; exec sleep 600");
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(git.Directory)!, "ready")
        {
            EnableRaisingEvents = true,
        };
        using var cancel = new CancellationTokenSource();
        watcher.Created += (_, _) => cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => GitRepository.Open(git.Directory, script, cancel.Token));

        Assert.False(IsRunning(git.Beside("pid")));
    }

    [UnixFact]
    public static async Task Leaving_a_history_early_ends_git()
    {
        using var git = new GitSandbox();
        var script = git.Script(
            $"""
            case "$*" in
              *rev-parse*) exec {GitProgram.Find().Path} "$@";;
              *for-each-ref*) exit 0;;
              *) echo $$ > '{git.Beside("pid")}'
                 while :; do printf '%040d \0a\na@b\0a\na@b\0m\0' 1; done;;
            esac
            """);
        var repository = await GitRepository.Open(git.Directory, script, CancellationToken.None);

        await foreach (var batch in GitLog.Batches(repository, new(["HEAD"]), CancellationToken.None))
        {
            Assert.Equal("m", batch[0].Message);
            break;
        }

        Assert.False(IsRunning(git.Beside("pid")));
    }

    [UnixTheory]
    [InlineData("echo garbage")]
    [InlineData("yes")]
    [InlineData("printf 'true\\nfalse'")]
    [InlineData("exit 0")]
    public static async Task A_git_that_prints_something_else_is_a_clear_failure(string body)
    {
        using var git = new GitSandbox();
        var script = git.Script(body);

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, script, CancellationToken.None));

        Assert.Equal(GitFailure.Unexpected, failure.Failure);
        Assert.StartsWith(
            "git rev-parse answered in an unknown way", failure.Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("echo garbage")]
    [InlineData("printf 'garbage\\0'")]
    [InlineData("printf ':100644 100644 aa bb M\\0a\\0'")]
    [InlineData("printf ':100644 100644 %040d %040d M\\0a\\0\\0' 1 2")]
    [InlineData("printf ':100644 100644 %040d %040d M\\0a\\0\\0diff --git a b\\n@@ -1 +1 @@\\n*\\n' 1 2")]
    [InlineData("printf '\\0diff --git a b\\n'")]
    [InlineData("printf ':100644 100644 %040d %040d X\\0a\\0\\0' 1 2")]
    public static async Task A_diff_that_is_none_is_a_clear_failure(string body)
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit("feature", "a", "b\n");
        var script = git.Script(
            $"case \"$*\" in *diff-tree*) {body};; *) exec {GitProgram.Find().Path} \"$@\";; esac");
        var forge = new LocalForge(await GitRepository.Open(git.Directory, script, CancellationToken.None));

        var failure = await Assert.ThrowsAsync<GitException>(
            () => forge.Gather(git.Reference("main", "feature"), new(), CancellationToken.None));

        Assert.Equal(GitFailure.Unexpected, failure.Failure);
        Assert.StartsWith("git diff-tree", failure.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public static async Task An_answer_without_end_is_given_up()
    {
        using var git = new GitSandbox();

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, git.Script("cat /dev/zero"), CancellationToken.None));

        Assert.Equal(GitFailure.TooLarge, failure.Failure);
    }

    [UnixFact]
    public static async Task What_git_writes_to_standard_error_is_told_on_one_harmless_line()
    {
        using var git = new GitSandbox();
        var script = git.Script(
            "printf 'warning: x\\nfatal: \\033[31mbroken\\n' >&2; yes | head -c 1000000 >&2; exit 7");

        var failure = await Assert.ThrowsAsync<GitException>(
            () => GitRepository.Open(git.Directory, script, CancellationToken.None));

        Assert.Equal("git rev-parse ended with exit code 7 and said: fatal:  [31mbroken", failure.Message);
    }

    private static bool IsRunning(string pidFile)
    {
        var id = int.Parse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture);
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
