using System.Reflection;
using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Tests;

public static class HelpTests
{
    public static TheoryData<string> Verbs { get; } = [.. VerbTable.Names];

    /// <summary>Those that ask nobody but this machine; the others run in scenarios.</summary>
    public static TheoryData<string> LocalVerbs { get; } =
        [.. VerbTable.Names.Where(name => name is not ("action" or "doctor"))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public static async Task Every_command_and_option_has_its_help_and_an_example(string name)
    {
        var verb = VerbTable.Find(name)!;
        var options = verb.Options.GetProperties().Where(option => option.Name != nameof(IRefusesMore.More));

        var run = await CommandRun.In(Path.GetTempPath(), name, "--help");

        Assert.Equal(0, run.Exit);
        Assert.NotEmpty(verb.Examples);
        Assert.All(verb.Examples, example => Assert.Contains(example.Line, run.Output, StringComparison.Ordinal));
        Assert.All(options, option =>
        {
            Assert.False(string.IsNullOrWhiteSpace(option.GetCustomAttribute<BaseAttribute>()?.HelpText), option.Name);
            Assert.Contains(Word(option), run.Output, StringComparison.Ordinal);
            Assert.Contains(Word(option), verb.Usage, StringComparison.Ordinal);
        });
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, 110));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public static async Task Help_is_the_same_by_every_way_to_ask(string name)
    {
        var run = await CommandRun.In(Path.GetTempPath(), name, "--help");

        Assert.Equal(run, await CommandRun.In(Path.GetTempPath(), "help", name));
        Assert.Equal(run, await CommandRun.In(Path.GetTempPath(), name, "-h"));
        Assert.Equal(run, await CommandRun.In(Path.GetTempPath(), "--help", name));
    }

    [Theory]
    [MemberData(nameof(LocalVerbs))]
    public static async Task Every_example_runs(string name)
    {
        foreach (var example in VerbTable.Find(name)!.Examples)
        {
            using var shop = new SampleShop();
            shop.Sandbox.Run("update-ref", "refs/remotes/origin/main", "main");
            if (name == "init")
                File.Delete(Path.Combine(shop.Directory, ".blastradius.yml"));
            var call = new CommandCall(shop.Directory);
            call = example.Line switch
            {
                var line when line.StartsWith("git ls-files", StringComparison.Ordinal) =>
                    call.Reading(shop.Sandbox.Run("ls-files", "-z")),
                var line when line.Contains('<', StringComparison.Ordinal) =>
                    call.Reading("{\"sha\":\"1\",\"message\":\"m\"}\n"),
                _ => call,
            };
            var command = example.Line[example.Line.IndexOf("sentinel ", StringComparison.Ordinal)..].Split('<')[0];

            var run = await call.Run(command.Trim().Split(' ')[1..]);

            Assert.True(run.Exit is 0 or 1, $"{example.Line}: {run.Exit} {run.Error}");
            Assert.NotEqual("", run.Output);
        }
    }

    private static string Word(PropertyInfo option) => option.GetCustomAttribute<OptionAttribute>() is { } named
        ? named.LongName.Length > 0 ? "--" + named.LongName : "-" + named.ShortName
        : option.GetCustomAttribute<ValueAttribute>()!.MetaName;
}
