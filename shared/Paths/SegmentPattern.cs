
namespace ChangeSentinel.Paths;

/// <summary>The part of a pattern between two slashes.</summary>
/// <param name="Code">The literal text, with <see cref="Star"/> and <see cref="AnyScalar"/> for the
/// wildcards.</param>
internal sealed record SegmentPattern(string Code)
{
    /// <summary>Any number of characters; no segment holds a slash, so the slash stands for it.</summary>
    public const char Star = '/';

    /// <summary>One Unicode scalar; no path holds NUL, so NUL stands for it.</summary>
    public const char AnyScalar = '\0';


    /// <summary>Any number of whole segments.</summary>
    public static SegmentPattern AnyDepth { get; } = new("//");

    public static SegmentPattern AnyName { get; } = new("/");

    public bool IsAnyDepth => Code == AnyDepth.Code;

    public bool IsLiteral { get; } = !Code.AsSpan().ContainsAny(Star, AnyScalar);

    /// <summary>The literal text before the first wildcard.</summary>
    public string Prefix { get; } = Code.AsSpan().IndexOfAny(Star, AnyScalar) is var i and >= 0 ? Code[..i] : Code;

    /// <summary>The literal text after the last wildcard.</summary>
    public string Suffix { get; } = Code[(Code.AsSpan().LastIndexOfAny(Star, AnyScalar) + 1)..];

    private bool IsOneStar { get; } = Code.AsSpan().Count(Star) == 1 && !Code.Contains(AnyScalar);

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
        return IsOneStar ? segment.Length >= Prefix.Length + Suffix.Length : MatchesAll(segment, out steps);
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
