namespace ChangeSentinel.Paths;

/// <summary>Many patterns compiled into one index; the last match wins.</summary>
public sealed class PathRules
{
    private readonly IReadOnlyList<PathPattern> patterns;

    private PathRules(IReadOnlyList<PathPattern> patterns) => this.patterns = patterns;

    public int Count => patterns.Count;

    public static PathRules Compile(IReadOnlyList<PathPattern> patterns) => new(patterns);

    public int Last(ReadOnlySpan<char> path) => All(path.ToString()) is [.., var last] ? last : -1;

    public IReadOnlyList<int> All(string path) =>
        [.. Enumerable.Range(0, Count).Where(index => patterns[index].Matches(path))];
}
