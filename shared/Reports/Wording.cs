namespace ChangeSentinel.Reports;

/// <summary>Numbers and lists as English writes them.</summary>
public static class Wording
{
    /// <summary>`1 file`, `7 files`, `12,345 files`.</summary>
    public static string Count(int number, string one) => Count(number, one, one + "s");

    public static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";

    /// <summary>`a`, `a or b`, `a, b or c`.</summary>
    public static string Or(IReadOnlyList<string> names) => Join(names, "or");

    /// <summary>`a`, `a and b`, `a, b and c`.</summary>
    public static string And(IReadOnlyList<string> names) => Join(names, "and");

    /// <summary>The first few, and how many more: `a, b … 10 more`.</summary>
    public static string Some(IReadOnlyList<string> names, int most) => names.Count <= most
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(most))} … {names.Count - most:N0} more";

    private static string Join(IReadOnlyList<string> names, string word) => names switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {word} {names[^1]}",
    };
}
