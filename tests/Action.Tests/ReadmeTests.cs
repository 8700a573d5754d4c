using System.Text.RegularExpressions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests;

public static partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string> Commands { get; } =
    [
        .. Blocks("sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public static async Task The_transcript_is_what_the_program_says()
    {
        using var shop = new SampleShop();

        var run = await CommandRun.In(shop.Directory, "check", "--author", "dana");

        Assert.Contains("<!-- transcript: sentinel check --author dana -->\n```text\n" + run.Output + "```\n", Text);
    }

    [Fact]
    public static void The_policy_is_valid_and_without_a_warning()
    {
        var reading = PolicyParser.Parse(new("README.md", Blocks("yaml").Single(IsPolicy)));

        Assert.Empty(Assert.IsType<PolicyReading.Valid>(reading).Warnings);
    }

    private static bool IsPolicy(string block) => block.StartsWith("version:", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public static async Task Every_command_runs(string command)
    {
        const string Run = "dotnet run --project action -- ";
        if (command == "dotnet test")
            return;

        if (command.StartsWith("dotnet publish", StringComparison.Ordinal))
        {
            var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".ci", "run"));
            Assert.All(command.Split(' '), word => Assert.Contains(word, script, StringComparison.Ordinal));
            return;
        }

        using var shop = new SampleShop();
        var here = command.StartsWith(Run, StringComparison.Ordinal);
        var words = command[(here ? Run.Length : "sentinel ".Length)..].Split(' ');

        var run = await CommandRun.In(here ? Repository.Root : shop.Directory, words);

        Assert.True(run.Exit is 0 or 1, $"{command}: {run.Exit} {run.Error}");
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public static void Every_command_of_the_program_is_in_the_table()
    {
        foreach (var name in Action.CommandLine.VerbTable.Names.Where(name => name != "version"))
            Assert.Contains($"| `sentinel {name}", Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks(string language) =>
        Fenced().Matches(Text).Where(match => match.Groups["language"].Value == language)
            .Select(match => match.Groups["text"].Value);

    [GeneratedRegex("(?ms)^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.None, 1000)]
    private static partial Regex Fenced();
}
