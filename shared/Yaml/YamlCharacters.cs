using System.Globalization;
using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>The characters a YAML text may hold, checked before any parser sees it.</summary>
internal static class YamlCharacters
{
    /// <summary>The first breach; null where there is none.</summary>
    public static Diagnostic? FirstError(SourceFile file)
    {
        if (IsTooLarge(file.Text))
            return Error(new(file.Path, 1, 1), "the file is larger than 1 MiB, which is the limit");

        var text = SourceLines.WithoutMark(file.Text);
        for (var i = 0; i < text.Length; i++)
        {
            // A parser takes NUL for the end of the text, and some separators for a line end.
            if (WhyForbidden(text, i) is { } why)
                return Error(PlaceOf(file.Path, text.AsSpan(0, i)), why);
            if (char.IsHighSurrogate(text[i]))
                i++;
        }

        return null;
    }

    /// <summary>Why a value that was written with escapes can't be taken; null where it can.</summary>
    public static string? WhyForbidden(string value)
    {
        var index = value.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? -1 : FirstControl(value);
        return index < 0 ? null : $"the text holds the control character {Code(value[index])}; remove it";
    }

    private static bool IsTooLarge(string text) =>
        text.Length > YamlGuard.MaxBytes || Encoding.UTF8.GetByteCount(text) > YamlGuard.MaxBytes;

    private static Diagnostic Error(Place place, string message) =>
        new(place, DiagnosticSeverity.Error, message);

    private static int FirstControl(string value)
    {
        for (var i = 0; i < value.Length; i++)
            if (value[i] < ' ' && value[i] is not ('\t' or '\n'))
                return i;

        return -1;
    }

    private static string? WhyForbidden(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' or (>= ' ' and <= '~') => null,
        '\0' => "a NUL byte stands here; save the file as plain UTF-8 text",
        '\u0085' or '\u2028' or '\u2029' =>
            $"the line separator {Code(text[index])} stands here and editors hide it; use a line end",
        < '\u00A0' => $"the control character {Code(text[index])} stands here; remove it",
        '\uFFFD' => "the file is not UTF-8 here: U+FFFD stands for bytes that could not be read",
        >= '\uFFFE' => $"{Code(text[index])} is no character; remove it",
        var unit when char.IsSurrogate(unit) && !IsPair(text, index) =>
            "the file is not valid Unicode here: half of a surrogate pair stands alone",
        _ => null,
    };

    private static bool IsPair(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);

    private static Place PlaceOf(string file, ReadOnlySpan<char> before)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] is not ('\n' or '\r'))
                continue;
            if (before[i] == '\r' && i + 1 < before.Length && before[i + 1] == '\n')
                i++;
            line++;
            start = i + 1;
        }

        return new(file, line, before.Length - start + 1);
    }

    private static string Code(char unit) => $"U+{((int)unit).ToString("X4", CultureInfo.InvariantCulture)}";
}
