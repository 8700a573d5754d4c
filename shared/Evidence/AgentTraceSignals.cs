using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>Reads Agent Trace records, one JSON object a line, and keeps those about this change.</summary>
/// <remarks>
/// https://github.com/cursor/agent-trace; both spellings of its version occur, `1.0` and `0.1.0`.
/// </remarks>
internal static class AgentTraceSignals
{
    private const string TracePath = ".agent-trace/traces.jsonl";
    private const int MostRecords = 20_000;
    private const int LongestRecord = 1024 * 1024;

    public static void Of(Change change, SignalList signals)
    {
        if (change.AgentTrace is not { } trace)
            return;
        var scope = Scope.Of(change);
        var records = 0;
        foreach (var range in trace.AsSpan().Split('\n'))
        {
            var line = trace.AsSpan()[range].Trim();
            if (++records > MostRecords || signals.IsFull)
                return;
            if (!line.IsEmpty && line.Length <= LongestRecord)
                OfRecord(line.ToString(), scope, signals);
        }
    }

    private static void OfRecord(string line, Scope scope, SignalList signals)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new() { MaxDepth = 32 });
            var record = document.RootElement;
            if (record.ValueKind is not JsonValueKind.Object || !IsVersion(Text(record, "version"))
                || scope.Strength(line, Revision(record)) is not { } strength)
                return;
            var tool = AttestationSignals.Named(Text(Member(record, "tool"), "name") ?? "");
            foreach (var file in Items(record, "files"))
                if (Text(file, "path") is { } path && scope.Paths.Contains(path) && IsByAgent(file))
                    signals.Add(tool, SignalKind.Attestation, strength, $"agent trace: {path}");
        }
        catch (JsonException)
        {
            // A record that can't be read says nothing.
        }
    }

    /// <summary>
    /// Whether a conversation, or a range of one, was an agent's; a person's or unknown never counts.
    /// </summary>
    private static bool IsByAgent(JsonElement file)
    {
        foreach (var conversation in Items(file, "conversations"))
        {
            var whole = IsAgent(conversation);
            var ranges = Items(conversation, "ranges").ToList();
            if (ranges.Count == 0 ? whole is true : ranges.Exists(range => IsAgent(range) ?? (whole is true)))
                return true;
        }

        return false;
    }

    private static bool? IsAgent(JsonElement element) => Text(Member(element, "contributor"), "type") switch
    {
        "ai" or "mixed" => true,
        null => null,
        _ => false,
    };

    private static bool IsVersion(string? version) => version is { Length: >= 3 and <= 20 }
        && version.Contains('.', StringComparison.Ordinal)
        && version.All(letter => char.IsAsciiDigit(letter) || letter is '.');

    /// <summary>Null where the record names none.</summary>
    private static string? Revision(JsonElement record) => Text(Member(record, "vcs"), "revision");

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : default;

    /// <summary>
    /// What belongs to the change: its paths, its revisions, and the records it adds itself.
    /// </summary>
    private sealed record Scope(HashSet<string> Paths, HashSet<string> Revisions, HashSet<string> Added)
    {
        public static Scope Of(Change change)
        {
            var files = change.Files.Or([]);
            var added = files.Where(file => file.Path == TracePath)
                .SelectMany(file => file.Patch.Or(Patch.Empty).Lines)
                .Where(line => line.Side is LineSide.Added)
                .Select(line => line.Text.Trim());
            return new(
                files.SelectMany(file => file.Paths).ToHashSet(StringComparer.Ordinal),
                change.Commits.Or([]).Select(commit => commit.Sha)
                    .Append(change.MergeBase).Append(change.Head)
                    .Select(sha => sha.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase),
                added.ToHashSet(StringComparer.Ordinal));
        }

        /// <summary>
        /// The hook writes the parent of the commit to come, so the merge base counts; a record of an older
        /// revision is
        /// another change's, one without a revision may be.
        /// </summary>
        public SignalStrength? Strength(string line, string? revision)
        {
            if (Added.Contains(line) || (revision is not null && Revisions.Contains(revision)))
                return SignalStrength.Strong;
            return revision is null ? SignalStrength.Weak : null;
        }
    }
}
