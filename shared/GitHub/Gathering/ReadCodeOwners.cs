using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Finds the CODEOWNERS in force at a commit.</summary>
internal static class ReadCodeOwners
{
    /// <summary>GitHub loads no larger one.</summary>
    private const long MostBytes = 3 << 20;

    // The three places GitHub looks in, in its order.
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>What must be among the found objects.</summary>
    /// <param name="revision">A branch or a commit.</param>
    public static IEnumerable<string> Questions(string revision) => Places.Select(path => $"{revision}:{path}");

    public static Task<Known<SourceFile?>> From(
        FoundObjects found, string revision, ReadText text, CancellationToken cancellationToken)
    {
        var path = Array.Find(Places, each => found[$"{revision}:{each}"] is { Kind: "Blob" }) ?? Places[0];
        return Attempt.Reading(
            text.From(found[$"{revision}:{path}"], new(path, MostBytes), cancellationToken), path);
    }
}
