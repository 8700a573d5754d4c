namespace ChangeSentinel.Tests.Paths;

/// <summary>CODEOWNERS matching as plainly as it can be said: recursive, slow, and obviously right.</summary>
internal static class ReferenceMatcher
{
    public static bool Matches(string pattern, string path)
    {
        if (pattern == "/")
            return false;
        var body = pattern.Trim('/');
        var floats = !pattern.StartsWith('/') && !body.Contains('/', StringComparison.Ordinal);
        var segments = body.Split('/').ToList();
        if (floats)
            segments.Insert(0, "**");
        if (pattern.EndsWith('/') && segments[^1] == "**")
            segments.Add("*");
        var names = path.Split('/');
        return pattern.EndsWith('/')
            ? Enumerable.Range(1, names.Length - 1).Any(count => MatchesAll(segments, names[..count]))
            : MatchesPath(segments, names);
    }

    // Matching a folder matches what is below it, except through a last '*', which is one level.
    private static bool MatchesPath(List<string> segments, string[] names)
    {
        if (segments[^1] == "**")
            segments = [.. segments, "*"];
        return segments[^1] == "*"
            ? MatchesAll(segments, names)
            : Enumerable.Range(1, names.Length).Any(count => MatchesAll(segments, names[..count]));
    }

    private static bool MatchesAll(List<string> segments, string[] names) => segments switch
    {
        [] => names.Length == 0,
        ["**", ..] => Enumerable.Range(0, names.Length + 1)
            .Any(skipped => MatchesAll([.. segments.Skip(1)], [.. names.Skip(skipped)])),
        _ => names.Length > 0 && MatchesName(segments[0], names[0])
            && MatchesAll([.. segments.Skip(1)], [.. names.Skip(1)]),
    };

    private static bool MatchesName(string segment, string name)
    {
        if (segment.Length == 0)
            return name.Length == 0;
        if (segment[0] == '*')
        {
            return MatchesName(segment[1..], name)
                || (name.Length > 0 && MatchesName(segment, AfterScalar(name)));
        }

        if (name.Length == 0)
            return false;
        if (segment[0] == '?')
            return MatchesName(segment[1..], AfterScalar(name));
        var literal = segment[0] == '\\' ? segment[1..] : segment;
        return literal[0] == name[0] && MatchesName(literal[1..], name[1..]);
    }

    private static string AfterScalar(string name) =>
        name[(name.Length > 1 && char.IsSurrogatePair(name[0], name[1]) ? 2 : 1)..];
}
