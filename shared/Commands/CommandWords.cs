namespace ChangeSentinel.Commands;

/// <summary>The words of a command's line, read from left to right; white space of any kind parts them.</summary>
internal sealed class CommandWords
{
    private string rest;

    public CommandWords(string line) => rest = line.Trim();

    /// <summary>What has not been read yet, trimmed.</summary>
    public string Rest => rest;

    public bool AtEnd => rest.Length == 0;

    /// <summary>The next word; empty at the end.</summary>
    public string Peek => rest[..EndOfWord()];

    public string Next()
    {
        var word = Peek;
        rest = rest[word.Length..].TrimStart();
        return word;
    }

    private int EndOfWord()
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
            end++;
        return end;
    }
}
