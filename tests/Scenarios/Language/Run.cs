namespace ChangeSentinel.Scenarios.Language;

/// <summary>One run of the step, after it ended.</summary>
public sealed record Run(int ExitCode, string Output, string Errors)
{
    /// <summary>What was written to GITHUB_OUTPUT.</summary>
    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>What was written to GITHUB_STEP_SUMMARY.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<RecordedRequest> Requests { get; init; }

    /// <summary>How many requests lay one after another up to the first that fits.</summary>
    public int Depth(Func<RecordedRequest, bool> until) => Requests.First(until).Level;

    /// <summary>How many lay one after another in all.</summary>
    public int Depth() => Requests.Max(request => request.Level);

    public void Ends(int exitCode) => Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}, not {exitCode}.\n{this}");

    public override string ToString() =>
        $"exit {ExitCode}\n{Output}\n{Errors}\n{string.Join('\n', Requests)}";

    /// <summary>Reads the runner's file of outputs: `name=value`, or `name&lt;&lt;END`, lines, `END`.</summary>
    internal static IReadOnlyDictionary<string, string> ReadOutputs(string text)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new Queue<string>(text.Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var marks = line.IndexOf("<<", StringComparison.Ordinal);
            if (marks > 0 && (equals < 0 || marks < equals))
            {
                var end = line[(marks + 2)..];
                outputs[line[..marks]] = string.Join('\n', lines.TakeWhile(one => one != end));
                while (lines.Dequeue() != end)
                {
                    // The value's lines are read.
                }
            }
            else if (equals > 0)
                outputs[line[..equals]] = line[(equals + 1)..];
            else
                Assert.Equal("", line);
        }

        return outputs;
    }
}
