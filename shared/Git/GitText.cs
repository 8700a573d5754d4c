using System.Buffers;
using System.Globalization;
using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Reads the bytes git prints as text.</summary>
internal static class GitText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>UTF-8; bytes that are none become U+FFFD.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>
    /// UTF-8; where a name has bytes that are none, each of them is `\ooo` as git itself prints it, so that
    /// two such names stay two.
    /// </summary>
    public static string Path(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Escaped(bytes);
        }
    }

    /// <exception cref="FormatException">The bytes are no object id.</exception>
    public static Sha Sha(ReadOnlySpan<byte> bytes) => Changes.Sha.Parse(Encoding.ASCII.GetString(bytes));

    private static string Escaped(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length + 16);
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) is OperationStatus.Done)
                text.Append(rune.ToString());
            else
                foreach (var value in bytes[..length])
                    text.Append(CultureInfo.InvariantCulture, $"\\{Convert.ToString(value, 8)}");
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
