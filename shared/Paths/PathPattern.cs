namespace ChangeSentinel.Paths;

/// <summary>One CODEOWNERS pattern, matched as GitHub matches it.</summary>
/// <remarks>
/// https://help.github.com/articles/about-codeowners
/// </remarks>
public sealed class PathPattern
{
    internal PathPattern(string text, IReadOnlyList<SegmentPattern> segments, PatternEnd end)
    {
        Text = text;
        Segments = segments;
        End = end;
        IsExact = end != PatternEnd.Never && !HasWildcard(text);
    }

    public string Text { get; }

    /// <summary>No wildcard anywhere: the pattern spells out the name of a path or folder.</summary>
    public bool IsExact { get; }

    /// <summary>A bare <c>/</c>: GitHub accepts it, and it matches no path.</summary>
    public bool MatchesNothing => End == PatternEnd.Never;

    internal IReadOnlyList<SegmentPattern> Segments { get; }

    internal PatternEnd End { get; }

    public static PatternReading Parse(string text) => ParsePattern.From(text);

    /// <summary>Takes time linear in the path's length times the pattern's, whatever they hold.</summary>
    /// <param name="path">Relative to the repository's root, separated by <c>/</c>.</param>
    public bool Matches(string path)
    {
        var place = new Place(0, 0);
        Place? retry = null;
        while (!IsMatchedAt(place, path))
        {
            if (Next(place, path) is { } next)
            {
                retry = Segments[place.Segment].IsAnyDepth ? next : retry;
                place = next;
                continue;
            }

            // Letting the last '**' take one more folder is enough: it can take what an earlier one could.
            if (retry is not { } last || last.Offset > path.Length)
                return false;
            place = last with { Offset = EndOfSegment(path, last.Offset) + 1 };
            retry = place;
        }

        return true;
    }

    public override string ToString() => Text;

    private bool IsMatchedAt(Place place, string path) => place.Segment == Segments.Count && End switch
    {
        PatternEnd.Here => place.Offset > path.Length,
        PatternEnd.HereOrBelow => true,
        PatternEnd.Below => place.Offset <= path.Length,
        PatternEnd.Never => false,
    };

    private Place? Next(Place place, string path)
    {
        if (place.Segment == Segments.Count)
            return null;
        if (Segments[place.Segment].IsAnyDepth)
            return place with { Segment = place.Segment + 1 };
        if (place.Offset > path.Length)
            return null;
        var end = EndOfSegment(path, place.Offset);
        var segment = path.AsSpan(place.Offset, end - place.Offset);
        return Segments[place.Segment].Matches(segment, out _) ? new Place(place.Segment + 1, end + 1) : null;
    }

    private static int EndOfSegment(string path, int offset)
    {
        var length = path.AsSpan(offset).IndexOf('/');
        return length < 0 ? path.Length : offset + length;
    }

    private static bool HasWildcard(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] is '*' or '?')
                return true;
        }

        return false;
    }

    /// <param name="Segment">The next segment of the pattern.</param>
    /// <param name="Offset">Where the next segment of the path begins; past its length when none is
    /// left.</param>
    private readonly record struct Place(int Segment, int Offset);
}
