namespace ChangeSentinel.Fake.Edge;

/// <summary>Which part of a list is asked for; both numbers start at one.</summary>
public sealed record Page(int Number, int Size)
{
    private const int UsualSize = 30;
    private const int MostSize = 100;

    public static Page Of(Call call) => new(
        Math.Max(1, call.Number("page") ?? 1),
        Math.Clamp(call.Number("per_page") ?? UsualSize, 1, MostSize));

    public IEnumerable<T> Slice<T>(IReadOnlyList<T> items) => items.Skip((Number - 1) * Size).Take(Size);

    /// <summary>The header that names the other pages; null where there is one page only.</summary>
    public string? Link(Call call, int total)
    {
        var last = Math.Max(1, (total + Size - 1) / Size);
        var links = new List<string>();
        void Say(string relation, int page) => links.Add($"<{call.Sibling("page", $"{page}")}>; rel=\"{relation}\"");

        if (Number > 1)
            Say("prev", Math.Min(Number - 1, last));
        if (Number < last)
        {
            Say("next", Number + 1);
            Say("last", last);
        }

        if (Number > 1)
            Say("first", 1);
        return links.Count > 0 ? string.Join(", ", links) : null;
    }
}
