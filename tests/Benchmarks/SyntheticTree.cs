namespace ChangeSentinel.Benchmarks;

/// <summary>A made-up monorepository of 100,000 files, the same in every run.</summary>
internal sealed class SyntheticTree
{
    private const int FileCount = 100_000;

    private static readonly string[] Words =
    [
        "core", "api", "web", "data", "infra", "tools", "net", "auth", "ui", "lib", "svc", "test", "docs",
        "build", "gen", "model", "store", "query", "cache", "event", "queue", "billing", "search", "mobile",
        "admin", "jobs",
    ];

    private static readonly string[] Kinds =
        ["cs", "ts", "tsx", "py", "go", "md", "json", "yml", "proto", "sql", "css", "txt"];

    private readonly string[] folders = [.. Folders()];
    private readonly string[] files;

    public SyntheticTree()
    {
        var random = new Random(20250601);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < FileCount)
        {
            var name = $"{Pick(random, Words)}{random.Next(200)}.{Pick(random, Kinds)}";
            names.Add($"{Pick(random, folders)}/{name}");
        }

        files = [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The same mix of patterns whatever their number: the broad ones first, as in real files.
    /// </summary>
    public PathsCase Lines(int count)
    {
        var random = new Random(7);
        var patterns = Enumerable.Range(1, count - 1).Select(_ => Pattern(random))
            .OrderBy(pattern => pattern.Count('/')).ThenBy(pattern => pattern, StringComparer.Ordinal);
        return new($"synthetic-{count}", ["*", .. patterns], files);
    }

    /// <summary>Patterns full of wildcards and paths that nearly match them.</summary>
    public static PathsCase Adversarial()
    {
        var patterns = Enumerable.Range(0, 40).SelectMany(i => new[]
        {
            "/" + Repeat("**/a/", 1 + (i % 8)) + $"b{i}",
            Repeat("*a", 2 + (i % 14)) + $"b{i}",
            "/a/" + Repeat("*/", i % 10) + "**/" + Repeat("a*", 1 + (i % 9)) + "z",
            "**/" + Repeat("?*", 1 + (i % 9)) + $"q{i}",
        });
        var paths = Enumerable.Range(2, 58).Select(depth => Repeat("a/", depth) + "c")
            .Concat(Enumerable.Range(5, 240).Select(length => new string('a', length) + "c"))
            .Concat(Enumerable.Range(2, 38).Select(depth => Repeat("aaaaaaaaaaaaaaaaaaaa/", depth) + "x"));
        return new("adversarial", [.. patterns], [.. paths]);
    }

    private static IEnumerable<string> Folders()
    {
        for (var a = 0; a < 60; a++)
        {
            for (var b = 0; b < 25; b++)
            {
                var folder = $"{Word(a)}{a}/{Word(b)}-{b}";
                for (var c = 0; c < 4; c++)
                    yield return $"{folder}/{Word(a + c)}_{c}";
                for (var c = 0; c < 3; c++)
                    yield return $"{folder}/src/{Word(b + c)}/{Word((a * b) + c)}{c}";
            }
        }
    }

    private string Pattern(Random random)
    {
        var folder = Pick(random, folders);
        var parts = folder.Split('/');
        return random.Next(100) switch
        {
            < 40 => $"/{folder}/",
            < 65 => "/" + Pick(random, files),
            < 75 => $"/{folder}/*.{Pick(random, Kinds)}",
            < 82 => $"/{parts[0]}/{parts[1]}/**/*.{Pick(random, Kinds)}",
            < 88 => $"/{parts[0]}/*/{string.Join('/', parts[2..])}/",
            < 93 => Path.GetFileName(Pick(random, files)),
            < 97 => $"**/{string.Join('/', parts[^2..])}/",
            < 99 => $"/{folder}/*",
            _ => $"/{parts[0]}/**/{Pick(random, Words)}?*.{Pick(random, Kinds)}",
        };
    }

    private static string Word(int i) => Words[i % Words.Length];

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
