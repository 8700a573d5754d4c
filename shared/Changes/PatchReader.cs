using System.Globalization;

namespace ChangeSentinel.Changes;

/// <summary>Reads the hunks of one file's unified diff, line by line, as git and the forges print them.</summary>
public sealed class PatchReader
{
    private readonly List<Hunk> hunks = [];
    private List<PatchLine> lines = [];
    private int oldNext, newNext, oldLeft, newLeft;
    private string? forgotten;

    /// <summary>Lines added and removed so far, kept or not.</summary>
    public int Added { get; private set; }

    public int Removed { get; private set; }

    /// <summary>True while the hunk that was begun still lacks lines its header promised.</summary>
    public bool InHunk => oldLeft > 0 || newLeft > 0;

    /// <summary>Reads a whole patch, from its first @@ on.</summary>
    public static Known<Patch> Read(ReadOnlySpan<char> text)
    {
        var reader = new PatchReader();
        text = text.EndsWith('\n') ? text[..^1] : text;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (!reader.Take(line) && (reader.InHunk || line.Length > 0))
                return new Known<Patch>.Unknown($"its patch can't be read at '{line[..Math.Min(line.Length, 60)]}'");
        }

        return reader.Finish();
    }

    /// <summary>Takes the next line, without its LF; false where it is no part of a patch.</summary>
    public bool Take(ReadOnlySpan<char> line)
    {
        if (!InHunk)
            return Begin(line) || line.StartsWith('\\');

        var mark = line.Length == 0 ? ' ' : line[0];
        var text = line.Length == 0 ? "" : line[1..];
        switch (mark)
        {
            case ' ' when oldLeft > 0 && newLeft > 0:
                Add(LineSide.Context, oldNext++, newNext++, text);
                oldLeft--;
                newLeft--;
                return true;
            case '-' when oldLeft > 0:
                Add(LineSide.Removed, oldNext++, 0, text);
                oldLeft--;
                Removed++;
                return true;
            case '+' when newLeft > 0:
                Add(LineSide.Added, 0, newNext++, text);
                newLeft--;
                Added++;
                return true;
            default:
                return mark == '\\';
        }
    }

    /// <summary>Lets go of what was read and keeps only counting; the patch is unknown for that reason.</summary>
    public void Forget(string reason)
    {
        forgotten = reason;
        hunks.Clear();
        lines = [];
    }

    /// <summary>What was read; unknown where the last hunk is shorter than its header says.</summary>
    public Known<Patch> Finish() => (forgotten, InHunk) switch
    {
        ({ } reason, _) => new Known<Patch>.Unknown(reason),
        (null, true) => new Known<Patch>.Unknown("its patch breaks off in the middle of a hunk"),
        (null, false) => Known.Fact(new Patch(hunks)),
    };

    private void Add(LineSide side, int oldNumber, int newNumber, ReadOnlySpan<char> text)
    {
        if (forgotten is null)
            lines.Add(new(side, oldNumber, newNumber, text.ToString()));
    }

    private bool Begin(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("@@ -"))
            return false;
        var end = line[3..].IndexOf(" @@");
        if (end < 0)
            return false;
        var ranges = line.Slice(4, end - 1);
        var plus = ranges.IndexOf(" +");
        if (plus < 0 || !TryRange(ranges[..plus], out oldNext, out oldLeft) ||
            !TryRange(ranges[(plus + 2)..], out newNext, out newLeft))
            return false;

        lines = [];
        if (forgotten is null)
            hunks.Add(new(line[(end + 6)..].Trim().ToString(), lines));
        return true;
    }

    private static bool TryRange(ReadOnlySpan<char> text, out int start, out int count)
    {
        count = 1;
        var comma = text.IndexOf(',');
        var first = comma < 0 ? text : text[..comma];
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out start)
            && (comma < 0
                || int.TryParse(text[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out count));
    }
}
