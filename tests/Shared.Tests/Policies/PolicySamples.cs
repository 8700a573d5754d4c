using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.House;

namespace ChangeSentinel.Tests.Policies;

/// <summary>
/// The sample policies beside this file: NAME.yml, the baseline it extends in NAME.baseline.yml, and what is said
/// about it in NAME.out, line by line (no file where nothing is). A mistake found in the parser adds a sample.
/// </summary>
internal static class PolicySamples
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Shared.Tests", "Policies");

    public static TheoryData<string> Accepted => [.. Names("ok")];

    public static TheoryData<string> Refused => [.. Names("err")];

    /// <summary>`ok/minimal`, say; baselines left out.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, folder), "*.yml")
            .Select(file => $"{folder}/{Path.GetFileNameWithoutExtension(file)}")
            .Where(name => !name.EndsWith(".baseline", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static SourceFile Source(string name) => Read(name + ".yml");

    public static SourceFile? Baseline(string name) =>
        File.Exists(Path.Combine(Folder, name + ".baseline.yml")) ? Read(name + ".baseline.yml") : null;

    public static PolicyReading Parse(string name) => PolicyParser.Parse(Source(name), Baseline(name));

    /// <summary>What the sample's file says is said.</summary>
    public static string Expected(string name)
    {
        var file = Path.Combine(Folder, name + ".out");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    private static SourceFile Read(string relative) =>
        new(Path.GetFileName(relative), File.ReadAllText(Path.Combine(Folder, relative)));
}
