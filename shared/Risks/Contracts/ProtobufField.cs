using System.Buffers;
using System.Globalization;

namespace ChangeSentinel.Risks;

/// <summary>A field or an enum's value of a protobuf file.</summary>
/// <param name="Type">With its label where that matters on the wire; empty for an enum's value.</param>
internal sealed record ProtobufField(string Type, string Name, int Number)
{
    /// <summary>
    /// Kinds of numbers that read each other's bytes:
    /// https://protobuf.dev/programming-guides/proto3/#updating
    /// </summary>
    private static readonly string[][] Alike =
    [
        ["int32", "uint32", "int64", "uint64", "bool"],
        ["sint32", "sint64"],
        ["fixed32", "sfixed32"],
        ["fixed64", "sfixed64"],
        ["string", "bytes"],
    ];

    private static readonly SearchValues<char> Digits = SearchValues.Create("-0123456789abcdefABCDEFx");

    /// <summary>The field a line declares; null for any other line.</summary>
    public static ProtobufField? In(string code)
    {
        var equals = code.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return null;
        var digits = code.AsSpan(equals + 1).TrimStart();
        var end = digits.IndexOfAnyExcept(Digits);
        if (end < 0 || !TryNumber(digits[..end], out var number)
            || digits[end..].TrimStart() is not [';' or '[', ..])
            return null;
        var words = code[..equals].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 8 || words[0] is "option" or "reserved" || !words[^1].All(CodeText.IsName))
            return null;
        var type = string.Join(' ', words[..^1].Where(word => word is not ("optional" or "required")));
        return new(type, words[^1], number);
    }

    /// <summary>Whether old and new readers understand each other's bytes.</summary>
    public bool Reads(ProtobufField other) =>
        Number == other.Number && (Type == other.Type
            || Alike.Any(types => types.Contains(Type, StringComparer.Ordinal)
                && types.Contains(other.Type, StringComparer.Ordinal)));

    /// <summary>The numbers and names a reserved statement lists; empty for any other line.</summary>
    public static IReadOnlyList<string> Reserved(string code)
    {
        var text = code.Trim();
        if (!text.StartsWith("reserved ", StringComparison.Ordinal))
            return [];
        List<string> all = [];
        foreach (var part in text[9..].TrimEnd(';').Split(',', 500))
        {
            var range = part.Split(" to ");
            if (range is [var from, var to] && int.TryParse(from, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(to, CultureInfo.InvariantCulture, out var last) && last - first < 1000)
                all.AddRange(Enumerable.Range(first, Math.Max(0, last - first + 1))
                    .Select(number => number.ToString(CultureInfo.InvariantCulture)));
            else
                all.Add(part.Trim().Trim('"', '\''));
        }

        return all;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) => text.StartsWith("0x")
        ? int.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
