using System.Diagnostics;
using System.Globalization;

namespace ChangeSentinel.Benchmarks;

/// <summary>A command as a whole process: what it is called in a table, and how it is started.</summary>
internal sealed record WholeProcess(string Name, string Command, IReadOnlyList<string> Arguments)
{
    /// <summary>The folder it runs in; null for the current one.</summary>
    public string? Directory { get; init; }

    /// <summary>More of its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What puts its world back before each run; its time does not count.</summary>
    public Action? Before { get; init; }

    /// <summary>A file given to it as standard input.</summary>
    public string? Input { get; init; }

    /// <summary>Exit codes that are no failure.</summary>
    public IReadOnlyList<int> Expected { get; init; } = [0];

    /// <summary>Runs it once; what it prints is read and thrown away.</summary>
    /// <exception cref="InvalidOperationException">It ended with an exit code that is not expected.</exception>
    public ProcessRun Run()
    {
        Before?.Invoke();
        var start = new ProcessStartInfo(Command, Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = Input is not null,
            WorkingDirectory = Directory ?? "",
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var feeding = Input is null ? Task.CompletedTask : Task.Run(() => Feed(process, Input));
        var reading = Task.Run(() => Drain(process));
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, PeakKilobytes(process.Id));
        }
        while (!process.WaitForExit(2));

        Task.WaitAll(feeding, reading);
        if (!Expected.Contains(process.ExitCode))
            throw new InvalidOperationException($"{Name} ended with exit code {process.ExitCode}.");
        return new(clock.Elapsed.TotalMilliseconds, peak / 1024.0, reading.Result);
    }

    private static void Feed(Process process, string input)
    {
        using var file = File.OpenRead(input);
        file.CopyTo(process.StandardInput.BaseStream);
        process.StandardInput.Close();
    }

    private static long Drain(Process process)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        while (process.StandardOutput.BaseStream.Read(buffer) is > 0 and var read)
            total += read;

        return total;
    }

    /// <summary>The kernel's own high-water mark, which only ever grows: the last reading is the peak.</summary>
    private static long PeakKilobytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 8).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>What one run took and gave.</summary>
internal readonly record struct ProcessRun(double Milliseconds, double PeakMegabytes, long OutputBytes);

/// <summary>Commands run in turn, A B A B …, so that a machine whose speed drifts treats them alike.</summary>
internal static class SideBySide
{
    /// <param name="runs">Counted runs of each, after one that is not counted.</param>
    public static IReadOnlyList<IReadOnlyList<ProcessRun>> Run(int runs, params IReadOnlyList<WholeProcess> processes)
    {
        var results = processes.Select(_ => new List<ProcessRun>()).ToList();
        for (var run = 0; run <= runs; run++)
            for (var which = 0; which < processes.Count; which++)
            {
                var result = processes[which].Run();
                if (run > 0)
                    results[which].Add(result);
            }

        return results;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
