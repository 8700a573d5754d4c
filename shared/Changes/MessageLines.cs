namespace ChangeSentinel.Changes;

/// <summary>
/// The lines of a message in its writer's own voice, one at a time: fenced code and `&gt;` quotations are
/// left out.
/// </summary>
public ref struct MessageLines
{
    /// <summary>
    /// Each unclosed fence costs a look at the whole rest; behind this many, fences are not believed.
    /// </summary>
    private const int MostUnclosedFences = 4;

    private readonly ReadOnlySpan<char> text;
    private int next;
    private int unclosedFences;

    public MessageLines(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Where the current line starts within the message, from zero.</summary>
    public int Start { get; private set; }

    /// <summary>The current line without its line end.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The line within the message, from one.</summary>
    public int Number { get; private set; }

    /// <summary>True where quoted or fenced lines stand between this line and the one before.</summary>
    public bool AfterQuote { get; private set; }

    public bool MoveNext()
    {
        AfterQuote = false;
        while (Advance())
        {
            var line = Current.TrimStart();
            if (line.StartsWith('>'))
            {
                AfterQuote = true;
                continue;
            }

            var fence = FenceLength(line);
            if (fence == 0 || unclosedFences == MostUnclosedFences)
                return true;
            if (!SkipToClosing(fence))
            {
                unclosedFences++;
                return true;
            }

            AfterQuote = true;
        }

        return false;
    }

    private bool Advance()
    {
        if (next > text.Length || text.IsEmpty)
            return false;
        Start = next;
        var rest = text[next..];
        var end = rest.IndexOf('\n');
        Current = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
        next = end < 0 ? text.Length + 1 : next + end + 1;
        Number++;
        return true;
    }

    /// <summary>
    /// A fence that is never closed hides nothing: the message goes on as if it were not there.
    /// </summary>
    private bool SkipToClosing(int length)
    {
        var opened = this;
        while (Advance())
        {
            var line = Current.Trim();
            if (FenceLength(line) >= length && line.TrimStart('`').IsEmpty)
                return true;
        }

        this = opened;
        return false;
    }

    private static int FenceLength(ReadOnlySpan<char> line)
    {
        var info = line.TrimStart('`');
        var length = line.Length - info.Length;
        return length >= 3 && !info.Contains('`') ? length : 0;
    }
}
