using System.Collections.Frozen;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>What the key of a trailer asks of its value.</summary>
internal enum TrailerKind
{
    Unknown,
    CoAuthor,

    /// <summary>Counts where the address is an agent's alone.</summary>
    SignOff,

    /// <summary>Counts where the value names an agent.</summary>
    Disclosure,

    /// <summary>Says AI in itself, so that any value counts that is not a no.</summary>
    AiDisclosure,

    /// <summary>
    /// Says AI in itself, but stands before topics too: the value must be an agent's name or a yes.
    /// </summary>
    AiTool,

    /// <summary>What AI was used for; reviewing and finding do not count.</summary>
    AiUse,
    Session,
    Replit,
}

/// <summary>Finds agents in trailers: as co-authors, in disclosures, by their sessions.</summary>
internal static class TrailerSignals
{
    private const int LongestKey = 40;
    private const int DeepestNesting = 3;

    // Keys without hyphens and spaces. Where they are used:
    // https://docs.kernel.org/process/coding-assistants.html
    // (Assisted-by), https://www.apache.org/legal/generative-tooling.html (Generated-by), QEMU (AI-used-for),
    // https://github.com/trinhbentre/aiblame/blob/main/docs/DETECTION.md (the others).
    private static readonly FrozenDictionary<string, TrailerKind> KeysByName =
        new Dictionary<string, TrailerKind>(StringComparer.Ordinal)
        {
            ["coauthoredby"] = TrailerKind.CoAuthor,
            ["coauthor"] = TrailerKind.CoAuthor,
            ["coauthors"] = TrailerKind.CoAuthor,
            ["coauthorby"] = TrailerKind.CoAuthor,
            ["codevelopedby"] = TrailerKind.CoAuthor,
            ["cocreatedby"] = TrailerKind.CoAuthor,
            ["authoredby"] = TrailerKind.CoAuthor,
            ["pairedwith"] = TrailerKind.CoAuthor,
            ["pairprogrammedwith"] = TrailerKind.CoAuthor,
            ["cocodedby"] = TrailerKind.CoAuthor,
            ["coauthoredwith"] = TrailerKind.CoAuthor,
            ["signedoffby"] = TrailerKind.SignOff,
            ["author"] = TrailerKind.SignOff,
            ["assistedby"] = TrailerKind.Disclosure,
            ["assistedwith"] = TrailerKind.Disclosure,
            ["helpedby"] = TrailerKind.Disclosure,
            ["generatedby"] = TrailerKind.Disclosure,
            ["generatedwith"] = TrailerKind.Disclosure,
            ["generatedusing"] = TrailerKind.Disclosure,
            ["commitgeneratedby"] = TrailerKind.Disclosure,
            ["madewith"] = TrailerKind.Disclosure,
            ["madeby"] = TrailerKind.Disclosure,
            ["createdwith"] = TrailerKind.Disclosure,
            ["createdby"] = TrailerKind.Disclosure,
            ["writtenby"] = TrailerKind.Disclosure,
            ["writtenwith"] = TrailerKind.Disclosure,
            ["implementedby"] = TrailerKind.Disclosure,
            ["developedwith"] = TrailerKind.Disclosure,
            ["developedby"] = TrailerKind.Disclosure,
            ["codedby"] = TrailerKind.Disclosure,
            ["codedwith"] = TrailerKind.Disclosure,
            ["builtwith"] = TrailerKind.Disclosure,
            ["agent"] = TrailerKind.AiTool,
            ["codingagent"] = TrailerKind.AiDisclosure,
            ["codingassistant"] = TrailerKind.AiTool,
            ["aiassisted"] = TrailerKind.AiDisclosure,
            ["aiassistedby"] = TrailerKind.AiDisclosure,
            ["assistedbyai"] = TrailerKind.AiDisclosure,
            ["aiassistance"] = TrailerKind.AiDisclosure,
            ["aigenerated"] = TrailerKind.AiDisclosure,
            ["aigeneratedby"] = TrailerKind.AiDisclosure,
            ["aiauthored"] = TrailerKind.AiDisclosure,
            ["aiauthoredby"] = TrailerKind.AiDisclosure,
            ["aicoauthor"] = TrailerKind.AiDisclosure,
            ["aicoauthoredby"] = TrailerKind.AiDisclosure,
            ["coauthoredbyai"] = TrailerKind.AiDisclosure,
            ["codevelopedbyai"] = TrailerKind.AiDisclosure,
            ["llmassisted"] = TrailerKind.AiDisclosure,
            ["llmassistedby"] = TrailerKind.AiDisclosure,
            ["llmgenerated"] = TrailerKind.AiDisclosure,
            ["llmgeneratedby"] = TrailerKind.AiDisclosure,
            ["vibecoded"] = TrailerKind.AiDisclosure,
            ["vibecodedwith"] = TrailerKind.AiDisclosure,
            ["vibecodedby"] = TrailerKind.AiDisclosure,
            ["aicontribution"] = TrailerKind.AiDisclosure,
            ["aitool"] = TrailerKind.AiTool,
            ["aitools"] = TrailerKind.AiTool,
            ["aiagent"] = TrailerKind.AiTool,
            ["aimodel"] = TrailerKind.AiTool,
            ["aiassistant"] = TrailerKind.AiTool,
            ["ai"] = TrailerKind.AiTool,
            ["llm"] = TrailerKind.AiTool,
            ["llmmodel"] = TrailerKind.AiTool,
            ["aiused"] = TrailerKind.AiTool,
            ["aiusedfor"] = TrailerKind.AiUse,
            ["llmusedfor"] = TrailerKind.AiUse,
            ["replitcommitauthor"] = TrailerKind.Replit,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TrailerKind>.AlternateLookup<ReadOnlySpan<char>> Keys =
        KeysByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Agent>.AlternateLookup<ReadOnlySpan<char>> SessionKeys =
        Agents.All.SelectMany(agent => agent.SessionKeys.Select(key => (Key: Normal(key), agent)))
        .ToFrozenDictionary(row => row.Key, row => row.agent, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Reads one line; a trailer behind another key (`Unit tests: Assisted-by: …`) is found too.
    /// </summary>
    /// <returns>Whether the line is a trailer of a kind known here.</returns>
    public static bool InLine(ReadOnlySpan<char> line, SignalList signals)
    {
        var rest = line;
        for (var depth = 0; depth < DeepestNesting; depth++)
        {
            if (!ReadTrailers.TryParse(rest, out var key, out var value))
                return false;
            if (Take(line, key, value, signals))
                return true;
            rest = value;
        }

        return false;
    }

    private static bool Take(
        ReadOnlySpan<char> line, ReadOnlySpan<char> key, ReadOnlySpan<char> value, SignalList signals)
    {
        var kind = KindOf(key, out var agent);
        if (kind is TrailerKind.Session)
        {
            if (!ReadValue.IsNegative(value) && !value.IsEmpty && !ReadValue.IsPlaceholder(value))
                signals.Add(agent!.Name, SignalKind.Session, SignalStrength.Strong, line);
            return true;
        }

        var reading = kind switch
        {
            TrailerKind.CoAuthor or TrailerKind.Disclosure => ReadValue.Naming(value),
            TrailerKind.SignOff => SignedOff(value),
            TrailerKind.AiDisclosure => ReadValue.Affirming(value),
            TrailerKind.AiTool => ReadValue.NamingOnly(value),
            TrailerKind.AiUse => Review.IsAllThereIs(value) ? default : ReadValue.Affirming(value),
            TrailerKind.Replit when IsReplitAgent(value) =>
                new(ValueKind.Ai, "Replit Agent", SignalStrength.Strong),
            TrailerKind.Replit or TrailerKind.Session or TrailerKind.Unknown => default,
        };
        var isPerson = kind is TrailerKind.CoAuthor or TrailerKind.SignOff;
        var signal = isPerson ? SignalKind.CoAuthor : SignalKind.Disclosure;
        if (reading.Kind is ValueKind.Ai)
            signals.Add(reading.Tool, signal, reading.Strength, line);
        else if (reading.Kind is ValueKind.Negative && SaysAi(kind))
            signals.Add("AI", SignalKind.Negative, SignalStrength.Strong, line);
        return kind is not TrailerKind.Unknown;
    }

    /// <summary>
    /// `Co-authored-by: none` is no statement about AI; `AI-assisted: none` and `Assisted-by: none` are.
    /// </summary>
    private static bool SaysAi(TrailerKind kind) => kind is TrailerKind.Disclosure or TrailerKind.AiDisclosure
        or TrailerKind.AiTool or TrailerKind.AiUse;

    private static ValueReading SignedOff(ReadOnlySpan<char> value) =>
        ReadValue.SplitAddress(value, out _, out var email)
        && Identify.Address(email) is { SuggestsOnly: false } agent
            ? new(ValueKind.Ai, agent.Name, SignalStrength.Strong)
            : default;

    private static bool IsReplitAgent(ReadOnlySpan<char> value) =>
        value.Equals("Agent", StringComparison.OrdinalIgnoreCase)
        || value.Equals("Assistant", StringComparison.OrdinalIgnoreCase);

    private static TrailerKind KindOf(ReadOnlySpan<char> key, out Agent? agent)
    {
        agent = null;
        if (key.Length > LongestKey)
            return TrailerKind.Unknown;
        Span<char> buffer = stackalloc char[LongestKey];
        var normal = buffer[..Normalize(key, buffer)];
        if (Keys.TryGetValue(normal, out var kind))
            return kind;
        if (SessionKeys.TryGetValue(normal, out agent))
            return TrailerKind.Session;
        if (Misspelling.Of(normal, "assistedby"))
            return TrailerKind.Disclosure;
        return Misspelling.Of(normal, "coauthoredby") ? TrailerKind.CoAuthor : TrailerKind.Unknown;
    }

    private static string Normal(string key)
    {
        Span<char> buffer = stackalloc char[key.Length];
        return buffer[..Normalize(key, buffer)].ToString();
    }

    private static int Normalize(ReadOnlySpan<char> key, Span<char> normal)
    {
        var length = 0;
        foreach (var letter in key)
            if (char.IsAsciiLetterOrDigit(letter))
                normal[length++] = char.ToLowerInvariant(letter);
        return length;
    }
}
