namespace ChangeSentinel.Evidence;

/// <summary>Tells a key with a slip of the hand from another key.</summary>
internal static class Misspelling
{
    private const int MostSlips = 2;
    private const int Longest = 20;

    /// <summary>
    /// Whether at most two letters are missing, added or changed, the first letter being right.
    /// </summary>
    public static bool Of(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (typed.IsEmpty || typed.Length > Longest || Math.Abs(typed.Length - meant.Length) > MostSlips
            || typed[0] != meant[0])
            return false;

        Span<int> row = stackalloc int[Longest + 1];
        for (var column = 0; column <= typed.Length; column++)
            row[column] = column;
        for (var letter = 1; letter <= meant.Length; letter++)
        {
            var diagonal = row[0];
            row[0] = letter;
            for (var column = 1; column <= typed.Length; column++)
            {
                var change = diagonal + (typed[column - 1] == meant[letter - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(change, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[typed.Length] <= MostSlips;
    }
}
