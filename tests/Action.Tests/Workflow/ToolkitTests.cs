using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChangeSentinel.Action.Workflow;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests.Workflow;

/// <summary>What we say to the runner, beside what GitHub's own toolkit says of the same.</summary>
public static partial class ToolkitTests
{
    private static readonly string[] Nasty =
    [
        "plain", "50 %, a:b", "first\nsecond", "\r\n::set-output name=x::y", "::add-mask::", "%0A", "<img onerror>",
        "ghadelimiter_", "\u202Etxt.exe", "🤖",
    ];

    [ToolkitFact]
    public static void Commands_are_escaped_as_the_toolkit_escapes_them()
    {
        var said = Ask(new
        {
            outputs = Array.Empty<string[]>(),
            annotations = Nasty.Select(text => new { level = "warning", title = text, message = text, file = text, line = 3 }),
            masks = Nasty,
        });

        Assert.Equal(
            string.Concat(
            [
                .. Nasty.Select(WorkflowCommand.Mask),
                .. Nasty.Select(text => WorkflowCommand.Annotation(AnnotationLevel.Warning, text, text, new(text, 3))),
            ]),
            said.Output);
    }

    [ToolkitFact]
    public static void Outputs_stand_in_the_file_as_the_toolkit_writes_them()
    {
        var said = Ask(new
        {
            outputs = Nasty.Select(text => new[] { "sentence", text }),
            annotations = Array.Empty<object>(),
            masks = Array.Empty<string>(),
        });

        Assert.Equal(
            WithoutWords(string.Concat(Nasty.Select(text => OutputEntry.Of("sentence", text)))),
            WithoutWords(said.File));
    }

    private static string WithoutWords(string file) => Word.Replace(file, "WORD");

    private static (string Output, string File) Ask(object asked)
    {
        using var runner = new Runner();
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Contracts/toolkit.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["GITHUB_OUTPUT"] = Path.Combine(runner.Directory, "output");
        using var node = Process.Start(start)!;
        node.StandardInput.Write(JsonSerializer.Serialize(asked));
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return (output, runner.Outputs);
    }

    [GeneratedRegex("ghadelimiter_[0-9a-f-]{32,36}")]
    private static partial Regex Word { get; }
}

/// <summary>A test that needs GitHub's toolkit; skipped, and said, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolkitFactAttribute : FactAttribute
{
    public ToolkitFactAttribute()
    {
        var isHere = Directory.Exists(Path.Combine(Repository.Root, "tests/Contracts/node_modules/@actions/core"));
        if (!isHere && Environment.GetEnvironmentVariable("SENTINEL_TEST_ALL") != "1")
            Skip = "compared with GitHub's own toolkit: 'npm ci' in tests/Contracts installs it; .ci/run does.";
    }
}
