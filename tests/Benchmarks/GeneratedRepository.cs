using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChangeSentinel.Benchmarks;

/// <summary>Large repositories, the same on every machine, made through one `git fast-import`.</summary>
internal static class GeneratedRepository
{
    private const string Nobody = "/dev/null";

    /// <summary>A line of commits; about one in twelve carries a mark of an agent.</summary>
    public static string WithCommits(string folder, int commits)
    {
        Git(folder, null, "init", "-q", "-b", "main", ".");
        Git(folder, output => WriteCommits(output, commits), "fast-import", "--quiet");
        return folder;
    }

    /// <summary>A tree of <paramref name="files"/> files on main, and a branch that edits every n-th of them.</summary>
    public static string WithFiles(string folder, int files, int changed)
    {
        Git(folder, null, "init", "-q", "-b", "main", ".");
        Git(folder, output => WriteTree(output, files, changed), "fast-import", "--quiet");
        Git(folder, null, "symbolic-ref", "HEAD", "refs/heads/wide");
        return folder;
    }

    private static void WriteCommits(Stream output, int commits)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        for (var number = 0; number < commits; number++)
        {
            var when = 1_600_000_000 + (number * 60);
            text.Write("commit refs/heads/main\n");
            text.Write($"author Dana {number % 97} <dana{number % 97}@shop.example> {when} +0000\n");
            text.Write($"committer Dana {number % 97} <dana{number % 97}@shop.example> {when} +0000\n");
            Data(text, Message(number));
            text.Write($"M 100644 inline file{number % 50}.txt\n");
            Data(text, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Message(int number)
    {
        var body = $"""
            Round refunds of order {number} to the currency's minor unit

            The ledger keeps whole minor units, while the checkout computed with
            fractions, so that totals differed by one unit in {number % 1000} of the cases.
            Both now round half to even before anything is written.

            Signed-off-by: Dana <dana@shop.example>
            """;
        return (number % 12) switch
        {
            0 => body + "\nCo-Authored-By: Claude <noreply@anthropic.com>\n",
            6 => body + "\nReviewed-by: Erin <erin@shop.example>\n",
            _ => body + "\n",
        };
    }

    private static void WriteTree(Stream output, int files, int changed)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        var every = files / changed;
        Head(text, "refs/heads/main", "Lay the tree", 1_600_000_000);
        text.Write("M 100644 inline .blastradius.yml\n");
        Data(text, Policy());
        for (var number = 0; number < files; number++)
            WriteFile(text, number, edited: false);
        Head(text, "refs/heads/wide", "Touch many files", 1_600_000_100);
        text.Write("from refs/heads/main\n");
        for (var number = 0; number < files; number += every)
            WriteFile(text, number, edited: true);
    }

    private static void WriteFile(StreamWriter text, int number, bool edited)
    {
        text.Write($"M 100644 inline src/area{number % 40}/part{number % 400}/File{number}.cs\n");
        var lines = Enumerable.Range(0, 20).Select(line =>
            edited && line % 10 == 5 ? $"    var total{line} = Round(order, {number});" : $"    var item{line} = {number};");
        Data(text, string.Join('\n', lines) + "\n");
    }

    private static string Policy() => "version: 1\npaths: |\n  *  low\n" + string.Concat(
        Enumerable.Range(0, 40).Select(area => $"  /src/area{area}/  {(area % 4 == 0 ? "high" : "medium")}  @acme/area{area}\n"));

    private static void Head(StreamWriter text, string branch, string message, int when)
    {
        text.Write($"commit {branch}\ncommitter Dana <dana@shop.example> {when} +0000\n");
        Data(text, message);
    }

    private static void Data(StreamWriter text, string content) =>
        text.Write($"data {Encoding.UTF8.GetByteCount(content)}\n{content}\n");

    private static void Git(string folder, Action<Stream>? input, params IReadOnlyList<string> arguments)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            Environment = { ["GIT_CONFIG_GLOBAL"] = Nobody, ["GIT_CONFIG_NOSYSTEM"] = "1" },
        };
        using var git = Process.Start(start)!;
        input?.Invoke(git.StandardInput.BaseStream);
        git.StandardInput.Close();
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git {arguments[0]} ended with exit code {git.ExitCode}.");
    }
}
