
namespace ChangeSentinel.Paths;

/// <summary>The part of a pattern between two slashes.</summary>
internal sealed record SegmentPattern
{
    /// <summary>Any number of characters; no segment holds a slash, so the slash stands for it.</summary>
    public const char Star = '/';

    /// <summary>One Unicode scalar; no path holds NUL, so NUL stands for it.</summary>
    public const char AnyScalar = '\0';

    private readonly bool isOneStar;

    public SegmentPattern(string code)
    {
        Code = Prefix = Suffix = code;
        var first = code.AsSpan().IndexOfAny(Star, AnyScalar);
        if (first < 0)
            return;
        var last = code.AsSpan().LastIndexOfAny(Star, AnyScalar);
        isOneStar = first == last && code[first] == Star;
        Prefix = code[..first];
        Suffix = code[(last + 1)..];
        Kind = (Prefix.Length, Suffix.Length) switch
        {
            _ when code is "//" => SegmentKind.AnyDepth,
            (0, 0) => SegmentKind.Other,
            var (prefix, suffix) => prefix >= suffix ? SegmentKind.Prefix : SegmentKind.Suffix,
        };
    }

    /// <summary>Any number of whole segments.</summary>
    public static SegmentPattern AnyDepth { get; } = new("//");

    public static SegmentPattern AnyName { get; } = new("/");

    /// <summary>The literal text, with <see cref="Star"/> and <see cref="AnyScalar"/> for the
    /// wildcards.</summary>
    public string Code { get; }

    public SegmentKind Kind { get; }

    public bool IsAnyDepth => Kind == SegmentKind.AnyDepth;

    public bool IsLiteral => Kind == SegmentKind.Literal;

    /// <summary>The literal text before the first wildcard.</summary>
    public string Prefix { get; }

    /// <summary>The literal text after the last wildcard.</summary>
    public string Suffix { get; }

    /// <summary>The order of a node's children: kind by kind, and each kind by the text it is found
    /// by.</summary>
    public static int Compare(SegmentPattern left, SegmentPattern right) => (left.Kind, right.Kind) switch
    {
        (SegmentKind.Literal, SegmentKind.Literal) => string.CompareOrdinal(left.Code, right.Code),
        (SegmentKind.Prefix, SegmentKind.Prefix) =>
            CompareAffixes(left.Prefix, right.Prefix, fromEnd: false, out _),
        (SegmentKind.Suffix, SegmentKind.Suffix) =>
            CompareAffixes(left.Suffix, right.Suffix, fromEnd: true, out _),
        _ => left.Kind - right.Kind,
    };

    /// <param name="common">How many characters both begin (or end) with.</param>
    public static int CompareAffixes(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool fromEnd, out int common)
    {
        if (!fromEnd)
        {
            common = left.CommonPrefixLength(right);
            return common == left.Length || common == right.Length
                ? left.Length - right.Length
                : left[common] - right[common];
        }

        common = 0;
        var shared = Math.Min(left.Length, right.Length);
        while (common < shared && left[^(common + 1)] == right[^(common + 1)])
            common++;
        return common == shared ? left.Length - right.Length : left[^(common + 1)] - right[^(common + 1)];
    }

    /// <remarks>
    /// The comparisons made are at most the length of the segment times the length of the pattern.
    /// </remarks>
    public bool Matches(ReadOnlySpan<char> segment, out int steps)
    {
        steps = 1;
        if (IsLiteral)
            return segment.SequenceEqual(Code);
        if (!segment.StartsWith(Prefix) || !segment.EndsWith(Suffix))
            return false;
        return isOneStar ? segment.Length >= Prefix.Length + Suffix.Length : MatchesAll(segment, out steps);
    }

    // Going back to the last star is enough: what an earlier star could give, this one can take.
    private bool MatchesAll(ReadOnlySpan<char> segment, out int steps)
    {
        var (at, i) = (0, 0);
        var (star, resume) = (-1, 0);
        for (steps = 1; i < segment.Length; steps++)
        {
            if (at < Code.Length && Code[at] == Star)
            {
                star = at++;
                resume = i;
            }
            else if (at < Code.Length && Code[at] == AnyScalar)
            {
                i += ScalarLength(segment, i);
                at++;
            }
            else if (at < Code.Length && Code[at] == segment[i])
            {
                i++;
                at++;
            }
            else if (star >= 0)
            {
                resume += ScalarLength(segment, resume);
                i = resume;
                at = star + 1;
            }
            else
            {
                return false;
            }
        }

        return Code.AsSpan(at).IndexOfAnyExcept(Star) < 0;
    }

    private static int ScalarLength(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
}
