using System.Diagnostics;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Tests.Paths;

/// <summary>
/// Where gitignore and CODEOWNERS agree, git itself is asked about random patterns and paths.
/// </summary>
public static class PathGitDifferentialTests
{
    private const int Patterns = 400;
    private const int PathsOfEach = 30;

    // Git answers what is excluded, not what is one level down, so a last '/*' is left out; so are sets and
    // '?' on more than one byte.
    private static readonly string[] Parts =
        ["a", "b", "a", "b", "*", "?", "**", "/", "/", "/**/", "\\*", "ab", ".x"];

    private static readonly string[] Names = ["a", "b", "ab", "ba", "aab", "*", "a.x", ".x", "b*b"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public static void Random_patterns_match_as_git_matches_them(int seed)
    {
        var random = new Random(seed);
        var texts = RandomTexts(random).Take(Patterns).ToArray();
        var asked = texts.Index()
            .SelectMany(_ => RandomPaths(random), (text, path) => (Text: text.Item, Folder: text.Index, path))
            .ToArray();

        var excluded = AskGit(texts, asked.Select(one => $"{one.Folder}/{one.path}"));

        var different = asked.Zip(excluded)
            .Where(pair => Tests.Paths.Patterns.Matches(pair.First.Text, pair.First.path) != pair.Second)
            .Select(pair => $"'{pair.First.Text}' on '{pair.First.path}': git says {pair.Second}");
        Assert.Empty(different);
        Assert.InRange(excluded.Count(one => one), asked.Length / 50, asked.Length - (asked.Length / 50));
    }

    private static IEnumerable<string> RandomTexts(Random random)
    {
        while (true)
        {
            var text = string.Concat(random.GetItems(Parts, random.Next(1, 8)));
            if (!text.EndsWith("/*", StringComparison.Ordinal) && !HasQuirk(text)
                && PathPattern.Parse(text) is PatternReading.Pattern)
            {
                yield return text;
            }
        }
    }

    // Git cuts the literal start off before it compares, and then takes the '**' of 'a**/' for a whole
    // folder's.
    private static bool HasQuirk(string text) =>
        text.Split('/').Any(segment => segment != "**" && segment.EndsWith("**", StringComparison.Ordinal));

    private static IEnumerable<string> RandomPaths(Random random) =>
        Enumerable.Range(0, PathsOfEach)
            .Select(_ => string.Join('/', random.GetItems(Names, random.Next(1, 6))));

    // One folder a pattern, each with its own .gitignore, so that one process answers for all.
    private static bool[] AskGit(string[] texts, IEnumerable<string> paths)
    {
        var root = Directory.CreateTempSubdirectory("sentinel-paths-");
        try
        {
            RunGit(root.FullName, "", "init", "--quiet");
            for (var i = 0; i < texts.Length; i++)
            {
                root.CreateSubdirectory($"{i}");
                File.WriteAllText(Path.Combine(root.FullName, $"{i}", ".gitignore"), texts[i] + "\n");
            }

            var answer = RunGit(
                root.FullName,
                string.Concat(paths.Select(path => path + "\0")),
                "check-ignore", "--no-index", "--stdin", "-z", "--verbose", "--non-matching");
            return
            [
                .. answer.Split('\0').Chunk(4).Where(row => row.Length == 4).Select(row => row[0].Length > 0),
            ];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static string RunGit(string folder, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        var written = Task.Run(() =>
        {
            using var standardInput = git.StandardInput;
            standardInput.Write(input);
        });
        var output = git.StandardOutput.ReadToEnd();
        written.Wait();
        git.WaitForExit();
        return output;
    }
}
