namespace ChangeSentinel.Yaml;

/// <summary>The known name that a misspelt one most likely means.</summary>
public static class NearestName
{
    /// <summary>Longer words are names of their own, not slips.</summary>
    private const int MaxLength = 64;

    private const int MaxSlips = 3;

    private const int MaxListed = 20;

    /// <summary>Of more names the first are compared, so that many mistakes stay cheap.</summary>
    private const int MaxCompared = 500;

    /// <summary>Null where none is near: at most one slip in three letters; letter case is no slip.</summary>
    /// <param name="known">Of equally near names the first in ordinal order is taken.</param>
    public static string? Among(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > MaxLength)
            return null;

        var allowed = Math.Clamp(typed.Length / 3, 1, MaxSlips);
        var best = (Name: (string?)null, Slips: Math.Min(allowed + 1, typed.Length));
        int[][] rows = [.. Enumerable.Range(0, 3).Select(_ => new int[typed.Length + allowed + 1])];
        foreach (var name in known.Take(MaxCompared))
        {
            if (Math.Abs(name.Length - typed.Length) > allowed)
                continue;
            var slips = Slips(typed, name, rows);
            if (slips < best.Slips || slips == best.Slips && string.CompareOrdinal(name, best.Name) < 0)
                best = (name, slips);
        }

        return best.Name;
    }

    /// <summary>
    /// The message for a name that is none of the known ones: the nearest, and all of them.
    /// </summary>
    /// <param name="what">What the name names: `tier`, `key`.</param>
    /// <param name="within">What it stands in: `'ai'`, `a rule of 'raise'`; empty where that is
    /// plain.</param>
    public static string Unknown(
        string what, string typed, IReadOnlyCollection<string> known, string within = "")
    {
        var nearest = Among(typed, known);
        var hint = nearest is null ? "" : $": did you mean '{YamlQuote.Of(nearest)}'?";
        var allowed = string.Join(", ", known.Take(MaxListed).Select(YamlQuote.Of));
        var more = known.Count > MaxListed ? ", …" : "";
        var where = within.Length == 0 ? "" : $" in {within}";
        return $"unknown {what} '{YamlQuote.Of(typed)}'{where}{hint} (allowed: {allowed}{more})";
    }

    /// <summary>
    /// Letters added, dropped, replaced or swapped with their neighbour (optimal string alignment distance).
    /// </summary>
    private static int Slips(string left, string right, int[][] rows)
    {
        var width = right.Length + 1;
        var (beforeLast, last, row) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var replaced = last[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
