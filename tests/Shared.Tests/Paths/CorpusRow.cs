using System.Text.Json;

namespace ChangeSentinel.Tests.Paths;

/// <summary>One case of another project's suite.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Expected">A truth, the index of the deciding pattern, or null.</param>
/// <param name="Flags">How wildmatch is called; empty elsewhere.</param>
internal sealed record CorpusRow(
    string Place, string Dialect, string Path, JsonElement Expected, string Flags)
{
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>In a list null means that nothing matches, otherwise that the pattern is invalid.</summary>
    public required bool IsList { get; init; }

    public required bool IsContested { get; init; }

    public static CorpusRow Parse(string place, string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        var isList = row.TryGetProperty("patterns", out var patterns);
        return new CorpusRow(
            place,
            row.GetProperty("dialect").GetString()!,
            row.GetProperty("path").GetString()!,
            row.GetProperty("expected"),
            row.TryGetProperty("flags", out var flags) ? flags.GetString()! : "")
        {
            Patterns = isList
                ? [.. patterns.EnumerateArray().Select(pattern => pattern.GetString()!)]
                : [row.GetProperty("pattern").GetString()!],
            IsList = isList,
            IsContested = row.TryGetProperty("contested", out var contested)
                && contested.ValueKind == JsonValueKind.True,
        };
    }

    public bool Agrees(int last) => Expected.ValueKind switch
    {
        JsonValueKind.Number => Expected.GetInt32() == last,
        JsonValueKind.True => last >= 0,
        JsonValueKind.False => last < 0,
        _ => IsList && last < 0,
    };
}
