using System.Diagnostics;

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

        var commands = CommandsRunBy(check, place.Folder("commands"));
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
    /// Every git command the program starts, written down by a stand-in on the PATH that then becomes git. Those fed
    /// on standard input answer nothing when run alone, which can only make the difference look larger.
    /// </summary>
    private static List<IReadOnlyList<string>> CommandsRunBy(WholeProcess check, string folder)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        var real = path.Split(':').Select(each => Path.Combine(each, "git")).First(File.Exists);
        var bin = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        var standIn = Path.Combine(bin, "git");
        File.WriteAllText(standIn, $"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{folder}/'$$\nexec '{real}' \"$@\"\n");
        using (var chmod = Process.Start("chmod", ["+x", standIn]))
            chmod.WaitForExit();
        var start = new ProcessStartInfo(check.Command, check.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{bin}:{path}" },
        };
        using (var process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        return
        [
            .. Directory.GetFiles(folder).Order(StringComparer.Ordinal)
                .Select(IReadOnlyList<string> (file) => File.ReadAllText(file).TrimEnd('\0').Split('\0')),
        ];
    }
}
