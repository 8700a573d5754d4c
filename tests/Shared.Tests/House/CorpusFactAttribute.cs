namespace ChangeSentinel.Tests.House;

/// <summary>A test over the corpora, which are not part of the project; skipped, and said, without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpora.Directory is null)
            Skip = Corpora.SkipReason;
    }
}

/// <summary>The same for a table.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (Corpora.Directory is null)
            Skip = Corpora.SkipReason;
    }
}

/// <summary>The folder of cases from other projects' suites and real repositories.</summary>
public static class Corpora
{
    public const string SkipReason =
        "corpus test: SENTINEL_CORPORA names no folder; set it to the folder with paths/ and provenance/ to run this.";

    /// <summary>Null where `SENTINEL_CORPORA` is unset or names no folder.</summary>
    public static string? Directory { get; } = Find();

    /// <summary>A file of the corpora, `paths/hmarr-patterns.jsonl` say.</summary>
    public static string File(string relative) => Path.Combine(Directory!, relative);

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SENTINEL_CORPORA");
        return System.IO.Directory.Exists(named) ? Path.GetFullPath(named) : null;
    }
}
