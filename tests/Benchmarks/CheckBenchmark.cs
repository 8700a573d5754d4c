using System.Diagnostics;
using System.Text.Json;

namespace ChangeSentinel.Benchmarks;

/// <summary>A decision about 3,000 changed files of 80,000, beside the git commands that it runs.</summary>
internal static class CheckBenchmark
{
    private const int Files = 80_000;
    private const int Changed = 3_000;
    private const int Runs = 5;

    public static IEnumerable<Goal> Run(BenchmarkPlace place)
    {
        var repository = GeneratedRepository.WithFiles(place.Folder("files"), Files, Changed);
        var check = new WholeProcess("sentinel check", place.Sentinel(), ["check", "--repo", repository])
        {
            Expected = [0, 1],
        };

        var commands = CommandsRunBy(check, place.Folder("trace"));
        var runs = SideBySide.Run(
            Runs,
            [check, .. commands.Select((command, index) => new WholeProcess($"git #{index + 1}", "git", command)
            {
                Directory = repository,
                Input = "/dev/null",
                Expected = [0, 1, 128],
            })]);

        var whole = SideBySide.Median(runs[0].Select(run => run.Milliseconds));
        var git = runs.Skip(1).Sum(command => SideBySide.Median(command.Select(run => run.Milliseconds)));
        Console.WriteLine($"sentinel check {whole:F0} ms; the {commands.Count} git commands it runs, alone: {git:F0} ms");
        yield return new Goal("check of 3,000 files of 80,000, over its git commands (ms)", whole - git, AtMost: 300);
        yield return Goal.Memory("check of 3,000 files of 80,000", runs[0], atMostMegabytes: 150);
    }

    /// <summary>
    /// Every git command the program starts, from git's own trace. Those fed on standard input answer nothing when
    /// run alone, which can only make the difference look larger.
    /// </summary>
    private static List<IReadOnlyList<string>> CommandsRunBy(WholeProcess check, string traces)
    {
        var start = new ProcessStartInfo(check.Command, check.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["GIT_TRACE2_EVENT"] = traces },
        };
        using (var process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        return [.. Directory.GetFiles(traces).Order(StringComparer.Ordinal).Select(Arguments)];
    }

    private static IReadOnlyList<string> Arguments(string trace)
    {
        foreach (var line in File.ReadLines(trace))
        {
            using var parsed = JsonDocument.Parse(line);
            if (parsed.RootElement.GetProperty("event").ValueEquals("start"))
                return [.. parsed.RootElement.GetProperty("argv").EnumerateArray().Skip(1).Select(word => word.GetString()!)];
        }

        throw new InvalidDataException($"{trace} names no command.");
    }
}
