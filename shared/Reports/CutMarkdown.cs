using System.Text;

namespace ChangeSentinel.Reports;

/// <summary>Cuts Markdown that is longer than a forge takes, between two lines, and says that it was cut.</summary>
internal static class CutMarkdown
{
    /// <param name="note">A whole sentence that stands at the end of what was cut.</param>
    public static string AtCharacters(string text, int most, string note) =>
        text.Length <= most ? text : Cut(text, most - note.Length - 2, note, line => line.Length);

    /// <param name="most">Bytes of UTF-8.</param>
    /// <param name="note">A whole sentence that stands at the end of what was cut.</param>
    public static string AtBytes(string text, int most, string note)
    {
        var bytes = Encoding.UTF8;
        return bytes.GetByteCount(text) <= most
            ? text
            : Cut(text, most - bytes.GetByteCount(note) - 2, note, line => bytes.GetByteCount(line));
    }

    /// <summary>The empty line before the note ends a table or a list.</summary>
    private static string Cut(string text, int room, string note, Func<ReadOnlySpan<char>, int> size)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = text.IndexOf('\n', end) is var found and >= 0 ? found + 1 : text.Length;
            room -= size(text.AsSpan(end, next - end));
            if (room < 0)
                break;
            end = next;
        }

        return text[..end] + "\n" + note + "\n";
    }
}
