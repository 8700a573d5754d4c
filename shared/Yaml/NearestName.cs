namespace ChangeSentinel.Yaml;

/// <summary>The known name that a misspelt one most likely means.</summary>
public static class NearestName
{
    /// <summary>Longer words are names of their own, not slips.</summary>
    private const int MaxLength = 64;

    private const int MaxListed = 20;

    /// <summary>Null where none is near: at most one slip in three letters; letter case is no slip.</summary>
    /// <param name="known">Of equally near names the first in ordinal order is taken.</param>
    public static string? Among(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > MaxLength)
            return null;

        var allowed = Math.Max(1, Math.Min(3, typed.Length / 3));
        return known
            .Where(name => Math.Abs(name.Length - typed.Length) <= allowed)
            .Select(name => (Name: name, Slips: Slips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(near => near.Slips <= allowed && near.Slips < typed.Length)
            .OrderBy(near => near.Slips)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name)
            .FirstOrDefault();
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
    private static int Slips(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[right.Length];
    }
}
