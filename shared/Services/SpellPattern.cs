using System.Text;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>Writes a path of the tree as a pattern that matches it and nothing else.</summary>
internal static class SpellPattern
{
    /// <summary>
    /// Everything below a folder; a name no pattern can spell gives the next folder above that can be.
    /// </summary>
    public static PathPattern Folder(string folder)
    {
        for (var at = folder; at.Length > 0; at = TreePath.Folder(at))
            if (PathPattern.Parse($"/{Escape(at)}/") is PatternReading.Pattern spelt)
                return spelt.Value;

        return Everything;
    }

    /// <summary>One file; a name no pattern can spell gives its folder.</summary>
    public static PathPattern File(string path) =>
        PathPattern.Parse("/" + Escape(path)) is PatternReading.Pattern spelt
            ? spelt.Value
            : Folder(TreePath.Folder(path));

    /// <summary>Ordinary characters stay, those with a meaning in patterns lose it.</summary>
    public static string Escape(string path) => Escape(path, "*?\\ \t");

    /// <summary>The same for what is a pattern already: `*` and `?` keep their meaning.</summary>
    public static string EscapeGlob(string pattern) => Escape(pattern, "\\ \t");

    private static string Escape(string text, ReadOnlySpan<char> special)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (special.Contains(character))
                spelt.Append('\\');
            // No pattern spells a line end; any one character stands for it.
            spelt.Append(character is '\r' or '\n' or '\0' ? '?' : character);
        }

        return spelt.ToString();
    }

    private static PathPattern Everything => ((PatternReading.Pattern)PathPattern.Parse("*")).Value;
}
