using System.Globalization;

namespace ChangeSentinel.Benchmarks;

/// <summary>What a process costs in processor time, user's and system's together, as bash's `time` tells it.</summary>
internal static class CpuTime
{
    private const string Script = "TIMEFORMAT='%3U %3S'; { time \"$@\" >/dev/null 2>&1; } 2> \"$CPU_TIME\"";

    /// <summary>Runs both in turn and gives the median of each, in milliseconds.</summary>
    public static (double First, double Second) Medians(
        int runs, string folder, WholeProcess first, WholeProcess second)
    {
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            var (one, other) = (Of(first, folder), Of(second, folder));
            if (run == 0)
                continue;
            mine.Add(one);
            theirs.Add(other);
        }

        return (SideBySide.Median(mine), SideBySide.Median(theirs));
    }

    private static double Of(WholeProcess process, string folder)
    {
        var file = Path.Combine(folder, "cpu-time");
        var timed = process with
        {
            Command = "bash",
            Arguments = ["-c", Script, "bash", process.Command, .. process.Arguments],
            Variables = new Dictionary<string, string>(process.Variables, StringComparer.Ordinal) { ["CPU_TIME"] = file },
        };
        timed.Run();
        return 1000 * File.ReadAllText(file).Split(' ')
            .Sum(seconds => double.Parse(seconds, CultureInfo.InvariantCulture));
    }
}
