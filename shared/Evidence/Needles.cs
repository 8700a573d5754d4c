using System.Buffers;

namespace ChangeSentinel.Evidence;

/// <summary>
/// Texts of which one must stand in whatever is worth reading; looks for all of them at once.
/// </summary>
internal sealed class Needles
{
    /// <summary>
    /// The runtime's fastest search takes so many texts; ten such searches beat one for eighty.
    /// </summary>
    private const int MostAtOnce = 8;

    private readonly SearchValues<string>[] searches;

    /// <summary>What contains another needle is left out.</summary>
    public Needles(IEnumerable<string> needles)
    {
        var all = needles.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        searches =
        [
            .. all.Where(needle => !all.Exists(other => other.Length < needle.Length
                && needle.Contains(other, StringComparison.OrdinalIgnoreCase)))
                .Chunk(MostAtOnce)
                .Select(chunk => SearchValues.Create(chunk, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    public bool StandIn(ReadOnlySpan<char> text)
    {
        foreach (var search in searches)
            if (text.ContainsAny(search))
                return true;
        return false;
    }
}
