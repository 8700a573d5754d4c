using System.Text;

namespace ChangeSentinel.Action.Verbs;

/// <summary>A path as git prints it in lists: odd names stand in double quotes with C's escapes.</summary>
/// <seealso href="https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath"/>
internal static class QuotedPath
{
    /// <summary>The path that is meant; what is not quoted rightly is taken as it stands.</summary>
    public static string Read(ReadOnlySpan<byte> line) =>
        line is [(byte)'"', .. var inner, (byte)'"'] && Unquote(inner) is { } path
            ? path
            : Encoding.UTF8.GetString(line);

    private static string? Unquote(ReadOnlySpan<byte> inner)
    {
        var bytes = new byte[inner.Length];
        var length = 0;
        while (!inner.IsEmpty)
        {
            var value = inner[0] switch
            {
                (byte)'"' => -1,
                (byte)'\\' => Escape(ref inner),
                var plain => plain,
            };
            if (value < 0)
                return null;
            bytes[length++] = (byte)value;
            inner = inner[1..];
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static bool IsOctal(byte digit) => digit is >= (byte)'0' and <= (byte)'7';

    /// <summary>The byte an escape means, or −1; leaves the span at the escape's last character.</summary>
    private static int Escape(ref ReadOnlySpan<byte> text)
    {
        if (text is [_, var first, var second, var third, ..] && first <= '3'
            && IsOctal(first) && IsOctal(second) && IsOctal(third))
        {
            var value = ((first - '0') << 6) | ((second - '0') << 3) | (third - '0');
            text = text[3..];
            return value;
        }

        if (text.Length < 2)
            return -1;
        text = text[1..];
        return (char)text[0] switch
        {
            'a' => '\a',
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => -1,
        };
    }
}
