using System.Text;

namespace ChangeSentinel.Paths;

/// <summary>Reads the text of one CODEOWNERS pattern.</summary>
internal static class ParsePattern
{
    private const int LongestText = 4096;

    public static PatternReading From(string text)
    {
        if (MistakeOf(text) is { } mistake)
            return mistake;
        if (text == "/")
            return new PatternReading.Pattern(new PathPattern(text, [], PatternEnd.Never));

        var start = text[0] == '/' ? 1 : 0;
        var segments = new List<SegmentPattern>();
        var offset = start;
        while (offset < text.Length)
        {
            var end = EndOfSegment(text, offset);
            if (MistakeOfSegment(text, offset, end) is { } segmentMistake)
                return segmentMistake;
            segments.Add(ReadSegment(text.AsSpan(offset, end - offset)));
            offset = end + 1;
        }

        var isFolder = text[^1] == '/';
        if (start == 0 && segments.Count == 1)
            segments.Insert(0, SegmentPattern.AnyDepth);
        return new PatternReading.Pattern(Normalise(text, segments, isFolder));
    }

    private static PatternReading.Error? MistakeOf(string text)
    {
        if (text.Length == 0)
            return new("the pattern is empty; write '*' for every file", 1);
        if (text.Length > LongestText)
            return new($"the pattern is longer than {LongestText} characters", LongestText + 1);
        if (text[0] == '!')
            return new("'!' does not negate in CODEOWNERS patterns; put the exception on a later line", 1);
        if (text[0] == '#')
            return new("'#' starts a comment; a name that begins with it is matched by '?' in its place", 1);
        if (text.StartsWith("\\#", StringComparison.Ordinal))
            return new("a leading '#' can't be escaped in CODEOWNERS patterns; write '?' in its place", 1);
        return MistakeOfCharacters(text);
    }

    private static PatternReading.Error? MistakeOfCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '\\';
            if (escaped && MistakeOfEscape(text, i) is { } escape)
                return new(escape, i + 1);
            i += escaped ? 1 : 0;
            if (MistakeOfCharacter(text, i, escaped) is { } message)
                return new(message, i + 1);
            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return null;
    }

    private static string? MistakeOfEscape(string text, int i) => text.AsSpan(i + 1) switch
    {
        [] => "'\\' at the end escapes nothing; write '\\\\' for a backslash",
        ['/', ..] => "'\\' can't escape '/'; folders are separated by '/' alone",
        _ => null,
    };

    private static string? MistakeOfCharacter(string text, int i, bool escaped) => text[i] switch
    {
        '\0' => "a path never holds NUL",
        '\r' or '\n' => "a pattern is one line",
        ' ' or '\t' when !escaped => "white space ends a pattern; write '\\ ' for a space",
        '*' when !escaped && text.AsSpan(i).StartsWith("***") => "'***' is not valid; did you mean '**'?",
        var c when char.IsSurrogate(c) && !IsPair(text, i) => "half of a surrogate pair is not a character",
        _ => null,
    };

    private static bool IsPair(string text, int i) =>
        i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);

    private static PatternReading.Error? MistakeOfSegment(string text, int offset, int end) =>
        text.AsSpan(offset, end - offset) switch
        {
            "" => new("'//' names an empty folder; write one '/'", offset + 1),
            "." => new("'.' is not part of a repository path; begin with '/' for the root", offset + 1),
            ".." => new("'..' is not part of a repository path; write it from the root", offset + 1),
            _ => null,
        };

    private static int EndOfSegment(string text, int offset)
    {
        var end = text.IndexOf('/', offset);
        return end < 0 ? text.Length : end;
    }

    private static SegmentPattern ReadSegment(ReadOnlySpan<char> text)
    {
        if (text is "**")
            return SegmentPattern.AnyDepth;
        if (text.IndexOfAny('*', '?', '\\') < 0)
            return new SegmentPattern(text.ToString());
        var code = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                code.Append(text[++i]);
            else if (text[i] != '*')
                code.Append(text[i] == '?' ? SegmentPattern.AnyScalar : text[i]);
            else if (i == 0 || text[i - 1] != '*' || code[^1] != SegmentPattern.Star)
                code.Append(SegmentPattern.Star);
        }

        return new SegmentPattern(code.ToString());
    }

    private static PathPattern Normalise(string text, List<SegmentPattern> segments, bool isFolder)
    {
        for (var i = segments.Count - 1; i > 0; i--)
        {
            if (segments[i].IsAnyDepth && segments[i - 1].IsAnyDepth)
                segments.RemoveAt(i);
        }

        // 'a/**/' is every folder below a, so something stands below that folder.
        if (isFolder && segments[^1].IsAnyDepth)
            segments.Add(SegmentPattern.AnyName);
        var end = isFolder ? PatternEnd.Below : EndOf(segments);
        return new PathPattern(text, [.. segments], end);
    }

    // 'a/**' and 'a/**/*' are everything below a; 'a/*' is one level, unlike in gitignore.
    private static PatternEnd EndOf(List<SegmentPattern> segments)
    {
        var isOneLevel = segments[^1].Code == SegmentPattern.AnyName.Code;
        if (isOneLevel && (segments.Count == 1 || !segments[^2].IsAnyDepth))
            return PatternEnd.Here;
        if (!isOneLevel && !segments[^1].IsAnyDepth)
            return PatternEnd.HereOrBelow;
        segments.RemoveRange(segments.Count - (isOneLevel ? 2 : 1), isOneLevel ? 2 : 1);
        return PatternEnd.Below;
    }
}
