namespace ChangeSentinel.Risks;

/// <summary>Names in a sentence: the first few, and how many more there are.</summary>
public static class Listing
{
    public static string Of(IReadOnlyList<string> names, int atMost) => names.Count <= atMost
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(atMost))} and {names.Count - atMost} more";
}
