namespace ChangeSentinel.Tests;

public static class UsageTests
{
    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "chekc", "error: there is no command 'chekc'; did you mean 'check'?" },
        { "help chekc", "error: there is no command 'chekc'; did you mean 'check'?" },
        { "--verison", "did you mean '--version'?" },
        { "check --fromat json", "error: there is no option '--fromat'; did you mean '--format'?" },
        { "check --format jsn", "error: --format 'jsn' is none of text, json, markdown; did you mean 'json'?" },
        { "check --format", "error: --format needs a value behind it" },
        { "check --base main --base main", "error: --base is given twice" },
        { "check --base mian", "error: --base 'mian' is not a commit in this repository; did you mean 'main'?" },
        { "check --head nowhere", "error: --head 'nowhere' is not a commit in this repository" },
        { "check --repo /", "not a git repository" },
        { "check --repo no/such/folder", "no/such/folder" },
        { "check --policy no.yml", "error: there is no policy file 'no.yml'" },
        { "explain", "error: which PATH?" },
        { "explain --stdin a.txt", "error: either PATHs or --stdin, not both" },
        { "explain -z a.txt", "error: -z belongs to --stdin" },
        { "explain --al a.txt", "error: there is no option '--al'; did you mean '--all'?" },
        { "explain --format jsonl --format text a.txt", "error: --format is given twice" },
        { "explain --policy no.yml a.txt", "error: there is no policy file 'no.yml'" },
        { "provenance --stdin main..HEAD", "error: either a RANGE of a repository or --stdin, not both" },
        { "provenance main..nowhere", "'nowhere'" },
        { "validate no.yml", "error: there is no policy file 'no.yml'" },
        { "services leger", "error: there is no service 'leger'; did you mean 'ledger'?" },
        { "schema polcy", "did you mean 'policy'?" },
        { "init", "error: .blastradius.yml is there already and is never overwritten" },
        { "check main", "error: 'main' is one word too many" },
        { "schema decision explain", "error: 'explain' is one word too many" },
        { "check --author --format json", "error: --author needs a value behind it" },
        { "version --loud", "error: there is no option '--loud'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public static async Task A_wrong_command_line_says_what_would_be_right(string line, string expected)
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, line.Split(' '));

        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public static async Task An_empty_repository_is_said_to_be_empty()
    {
        using var sandbox = new Git.GitSandbox();

        var run = await CommandRun.In(sandbox.Directory, "check");

        Assert.Equal(2, run.Exit);
        Assert.Contains("no commit yet", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_program_alone_tells_a_repository_without_a_policy_how_to_begin()
    {
        using var sandbox = new Git.GitSandbox();

        var run = await CommandRun.In(sandbox.Directory);

        Assert.Equal(0, run.Exit);
        Assert.Contains("sentinel init", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_program_alone_shows_its_commands_where_a_policy_is()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory);

        Assert.Contains("sentinel COMMAND", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public static async Task The_version_is_told(string word)
    {
        var run = await CommandRun.In(Path.GetTempPath(), word);

        Assert.Equal(0, run.Exit);
        Assert.StartsWith("sentinel 0.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_reader_who_left_ends_the_program_quietly()
    {
        using var shop = new SampleShop();
        var call = new CommandCall(shop.Directory) { Output = new ClosedPipe() };

        var run = await call.Run("check");

        Assert.Equal(141, run.Exit);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public static async Task An_interrupted_program_says_nothing_and_130()
    {
        using var shop = new SampleShop();
        var call = new CommandCall(shop.Directory) { Interrupted = new(canceled: true) };

        var run = await call.Run("check");

        Assert.Equal(130, run.Exit);
        Assert.Equal("", run.Output + run.Error);
    }

    /// <summary>A pipe whose reader left, as Linux tells it.</summary>
    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
