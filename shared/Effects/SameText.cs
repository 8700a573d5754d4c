namespace ChangeSentinel.Effects;

/// <summary>
/// Compares what a forge kept with what it would be given: line ends and space around count for nothing.
/// </summary>
internal static class SameText
{
    public static bool Is(string kept, string wanted) =>
        string.Equals(Plain(kept), Plain(wanted), StringComparison.Ordinal);

    private static string Plain(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
}
