using System.Diagnostics;
using System.Globalization;

namespace ChangeSentinel.Benchmarks;

/// <summary>Another matcher, given the same patterns and paths in the same run.</summary>
internal abstract record PathsPeer(string Name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Nanoseconds a path, without start and reading of the patterns; null where it took too long.
    /// </summary>
    public abstract double? Measure(PathsCase one, string folder);

    /// <summary>Git's own matcher, over the patterns in a temporary repository's exclude file.</summary>
    public sealed record Git() : PathsPeer("git check-ignore")
    {
        public override double? Measure(PathsCase one, string folder)
        {
            Time(Start("git", folder, "init", "--quiet"), "");
            File.WriteAllLines(Path.Combine(folder, ".git", "info", "exclude"), one.Patterns);
            string[] arguments = ["check-ignore", "--no-index", "--stdin", "-z"];
            return PerPath(one, '\0', () => Start("git", folder, arguments));
        }
    }

    /// <summary>
    /// The npm package `ignore`, in a process that counts its own time, on as many paths as 3 s allow.
    /// </summary>
    public sealed record NpmIgnore(string Modules) : PathsPeer("npm ignore")
    {
        private const string Script = """
            const [modules, patterns, paths] = process.argv.slice(1);
            const read = file => require('fs').readFileSync(file, 'utf8').split('\n').filter(Boolean);
            const files = read(paths), matcher = require(modules + '/ignore')().add(read(patterns));
            const step = Math.max(1, Math.floor(files.length / 2000));
            let count = 0, from = process.hrtime.bigint(), took = 0n;
            for (let i = 0; i < files.length && took < 3000000000n; i += step, count++) {
              matcher.ignores(files[i]);
              took = process.hrtime.bigint() - from;
            }
            console.log(Number(took) / count);
            """;

        public override double? Measure(PathsCase one, string folder)
        {
            var (patterns, paths) = Write(one, folder);
            var run = Time(Start("node", folder, "-e", Script, Modules, patterns, paths), "");
            return double.TryParse(run?.Output, CultureInfo.InvariantCulture, out var time) ? time : null;
        }
    }

    /// <summary>
    /// A program `paths-NAME` of `SENTINEL_PEERS`: one argument, the file of patterns; paths by line.
    /// </summary>
    public sealed record Program(string File) : PathsPeer(Path.GetFileName(File))
    {
        public override double? Measure(PathsCase one, string folder) =>
            PerPath(one, '\n', () => Start(File, folder, Write(one, folder).Patterns));
    }

    /// <summary>
    /// Every peer that is on this machine; of each other one it is said that it is skipped.
    /// </summary>
    public static IReadOnlyList<PathsPeer> All(BenchmarkPlace place)
    {
        List<PathsPeer> peers = [new Git()];
        var modules = place.Folder("npm");
        if (TryRun("npm", modules, "install", "--silent", "--no-audit", "--no-fund", "ignore"))
            peers.Add(new NpmIgnore(Path.Combine(modules, "node_modules")));
        else
            Console.WriteLine("npm ignore: skipped, because npm is not there or could not install it.");
        if (Environment.GetEnvironmentVariable("SENTINEL_PEERS") is { } folder && Directory.Exists(folder))
            peers.AddRange(
                Directory.GetFiles(folder, "paths-*")
                    .Order(StringComparer.Ordinal)
                    .Select(file => new Program(file)));
        else
            Console.WriteLine("other peers: skipped, because SENTINEL_PEERS names no folder.");
        return peers;
    }

    private static double? PerPath(PathsCase one, char end, Func<ProcessStartInfo> start)
    {
        var input = string.Concat(one.Files.Select(path => path + end));
        var whole = Time(start(), input);
        if (whole is null || Time(start(), one.Files[0] + end) is not { } first)
            return null;
        var again = Time(start(), input) ?? whole;
        return (Math.Min(whole.Nanoseconds, again.Nanoseconds) - first.Nanoseconds) / one.Files.Count;
    }

    private static (string Patterns, string Paths) Write(PathsCase one, string folder)
    {
        var (patterns, paths) = (Path.Combine(folder, "patterns"), Path.Combine(folder, "paths"));
        File.WriteAllLines(patterns, one.Patterns);
        File.WriteAllLines(paths, one.Files);
        return (patterns, paths);
    }

    private static ProcessStartInfo Start(string command, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        return start;
    }

    private static bool TryRun(string command, string folder, params string[] arguments)
    {
        try
        {
            return Time(Start(command, folder, arguments), "") is { ExitCode: 0 };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Timed? Time(ProcessStartInfo start, string input)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        using var kill = patience.Token.Register(process.Kill);
        var feeding = Task.Run(() => Feed(process, input));
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Task.WaitAll(feeding, errors);
        return patience.IsCancellationRequested
            ? null
            : new(clock.Elapsed.TotalNanoseconds, output, process.ExitCode);
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended before it had read everything; its exit code says why.
        }
    }

    private sealed record Timed(double Nanoseconds, string Output, int ExitCode);
}
