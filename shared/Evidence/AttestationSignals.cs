using System.Buffers;
using System.Text.Json;

namespace ChangeSentinel.Evidence;

/// <summary>
/// Reads git-ai notes (`refs/notes/ai`, authorship/3.0.0). A note is no proof: only lines ascribed to an
/// agent are.
/// </summary>
/// <remarks>https://github.com/git-ai-project/git-ai/blob/main/specs/git_ai_standard_v3.0.0.md</remarks>
internal static class AttestationSignals
{
    private const string Schema = "authorship/3.0.0";
    private const int LongestNote = 4 * 1024 * 1024;
    private const int MostLines = 20_000;
    private const int MostKeys = 100;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    public static void InNote(string? note, SignalList signals)
    {
        if (note is null || note.Length > LongestNote || !Split(note, out var attested, out var json))
            return;
        var keys = AgentKeys(attested);
        if (keys.Count == 0)
            return;
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(), new() { MaxDepth = 32 });
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || Text(document.RootElement, "schema_version") != Schema)
                return;
            foreach (var (key, line) in keys)
                if (Tool(document.RootElement, key) is { } tool)
                    signals.Add(Named(tool), SignalKind.Attestation, SignalStrength.Strong, line);
        }
        catch (JsonException)
        {
            // A note that can't be read says nothing.
        }
    }

    /// <summary>The agent's name as the catalogue has it, for what a machine wrote.</summary>
    public static string Named(string tool) => Vocabulary.FindAgent(tool, whole: false, out _)
        ?? (tool.Length is > 0 and <= 40 ? tool : "AI");

    private static bool Split(string note, out string attested, out string json)
    {
        const string Line = "\n---\n";
        var at = note.IndexOf(Line, StringComparison.Ordinal);
        attested = at < 0 ? "" : note[..at];
        json = at < 0 ? "" : note[(at + Line.Length)..];
        return at >= 0;
    }

    /// <summary>
    /// The keys with at least one line range, persons' own (`h_…`) left out, each with its first line.
    /// </summary>
    private static Dictionary<string, string> AgentKeys(string attested)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = 0;
        foreach (var range in attested.AsSpan().Split('\n'))
        {
            var line = attested.AsSpan()[range].TrimEnd('\r');
            if (++lines > MostLines || keys.Count == MostKeys)
                break;
            if (!line.StartsWith("  ") || line.StartsWith("  h_"))
                continue;
            var space = line[2..].IndexOf(' ');
            if (space > 0 && IsKey(line.Slice(2, space)) && HasRange(line[(space + 3)..]))
                keys.TryAdd(line.Slice(2, space).ToString(), line.Trim().ToString());
        }

        return keys;
    }

    /// <summary>`s_…::t_…` with 14 hexadecimal digits each, or the 16 (once 7) of a prompt.</summary>
    private static bool IsKey(ReadOnlySpan<char> key) => key.StartsWith("s_")
        ? key.Length == 34 && IsHexadecimal(key[2..16]) && key[16..20] is "::t_" && IsHexadecimal(key[20..])
        : key.Length is 16 or 7 && IsHexadecimal(key);

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Hexadecimal);

    /// <summary>`1-4,9,12-14`, in any order.</summary>
    private static bool HasRange(ReadOnlySpan<char> ranges)
    {
        foreach (var part in ranges.Split(','))
        {
            var range = ranges[part].Trim();
            var dash = range.IndexOf('-');
            if (!IsNumber(dash < 0 ? range : range[..dash]) || (dash >= 0 && !IsNumber(range[(dash + 1)..])))
                return false;
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 0 and < 10 && !text.ContainsAnyExceptInRange('0', '9');

    private static string? Tool(JsonElement root, string key)
    {
        var session = key.IndexOf("::", StringComparison.Ordinal);
        var place = key.StartsWith("s_", StringComparison.Ordinal) ? "sessions" : "prompts";
        var id = session < 0 ? key : key[..session];
        if (!root.TryGetProperty(place, out var entries) || entries.ValueKind is not JsonValueKind.Object
            || !entries.TryGetProperty(id, out var entry) || entry.ValueKind is not JsonValueKind.Object
            || !entry.TryGetProperty("agent_id", out var agent))
            return null;
        return Text(agent, "tool") is { Length: > 0 } tool and not ("mock_ai" or "human") ? tool : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
