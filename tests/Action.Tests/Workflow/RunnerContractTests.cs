using System.Text;
using ChangeSentinel.Action.Workflow;

namespace ChangeSentinel.Tests.Workflow;

public static class RunnerContractTests
{
    [Fact]
    public static void An_annotation_is_one_line_whatever_it_holds()
    {
        var text = WorkflowCommand.Annotation(
            AnnotationLevel.Warning, "a:b,c", "50 %\r\n::error::x", new("src/a,b:c%.cs", 3));

        Assert.Equal(
            "::warning title=a%3Ab%2Cc,file=src/a%2Cb%3Ac%25.cs,line=3::50 %25%0D%0A::error::x\n", text);
    }

    [Fact]
    public static void Text_from_outside_stands_between_two_words_it_can_t_know()
    {
        var one = WorkflowCommand.Inert("::set-output name=x::y").Split('\n');
        var two = WorkflowCommand.Inert("::set-output name=x::y").Split('\n');

        Assert.StartsWith("::stop-commands::", one[0], StringComparison.Ordinal);
        Assert.Equal("::set-output name=x::y", one[1]);
        Assert.Equal($"::{one[0]["::stop-commands::".Length..]}::", one[2]);
        Assert.NotEqual(one[0], two[0]);
    }

    [Fact]
    public static void An_output_of_several_lines_is_read_back_as_it_was()
    {
        var value = "first\nname<<EOF\nEOF\nlast";

        var lines = OutputEntry.Of("sentence", value).Split('\n');

        var word = lines[0]["sentence<<".Length..];
        Assert.StartsWith("ghadelimiter_", word, StringComparison.Ordinal);
        Assert.Equal(value, string.Join('\n', lines[1..^2]));
        Assert.Equal(word, lines[^2]);
    }

    [Fact]
    public static void Outputs_and_summary_are_added_to_what_is_there()
    {
        using var runner = new Runner();
        var log = new RunnerLog(runner.Shell());

        log.Outputs([("state", "waiting")]);
        log.Outputs([("tier", "high")]);
        log.Summary("one");
        log.Summary("two");

        Assert.Contains("\nwaiting\n", runner.Outputs, StringComparison.Ordinal);
        Assert.Contains("\nhigh\n", runner.Outputs, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\n", runner.Summary);
    }

    [Fact]
    public static void A_summary_beyond_what_GitHub_takes_is_left_out_and_said()
    {
        using var runner = new Runner();
        using var output = new MemoryStream();

        new RunnerLog(runner.Shell(output)).Summary(new string('x', 1 << 20));

        Assert.Equal("", runner.Summary);
        Assert.Contains("The summary of this step is full", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public static void Without_the_runner_s_files_everything_is_printed()
    {
        using var runner = new Runner().With("GITHUB_OUTPUT", null).With("GITHUB_STEP_SUMMARY", null)
            .With("GITHUB_ACTIONS", null);
        using var output = new MemoryStream();
        var log = new RunnerLog(runner.Shell(output));

        log.Outputs([("state", "waiting")]);
        log.Summary("**Waiting**");

        Assert.Equal(
            """
            GITHUB_OUTPUT is not set, so the outputs are printed here:
            state=waiting
            GITHUB_STEP_SUMMARY is not set, so the summary is printed here:
            **Waiting**
            """, Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n'));
    }

    [Fact]
    public static void The_report_replaces_a_link_and_never_follows_it()
    {
        using var runner = new Runner();
        var target = Path.Combine(runner.Directory, "set_env");
        File.WriteAllText(target, "");
        File.CreateSymbolicLink(Path.Combine(runner.Directory, "changesentinel-decision.json"), target);

        var path = ReportFile.Write("{}", runner.Shell());

        Assert.Equal("{}", File.ReadAllText(path));
        Assert.Equal("", File.ReadAllText(target));
    }
}
