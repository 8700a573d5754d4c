namespace ChangeSentinel.Risks;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    Word,

    /// <summary>A name in double quotes, backticks or brackets.</summary>
    Quoted,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number or a single character.</summary>
    Mark,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Line">Its line among those of the side it was read from, from zero.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Line)
{
    public bool Is(string word) => Kind is SqlTokenKind.Word or SqlTokenKind.Mark && Text.Is(word);

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;
}

/// <summary>One statement of SQL.</summary>
/// <param name="Complete">False where the text shown breaks off before the statement's end.</param>
/// <param name="Embedded">True in the text of another language, where words alone may be prose.</param>
internal sealed record SqlStatement(IReadOnlyList<SqlToken> Tokens, bool Complete, bool Embedded)
{
    public SqlToken? At(int index) => index < Tokens.Count ? Tokens[index] : null;

    public bool Is(int index, string word) => index < Tokens.Count && Tokens[index].Is(word);

    public bool Is(int index, string word, string next) => Is(index, word) && Is(index + 1, next);

    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(index, word))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the word stands at or behind an index, outside parentheses; its index, or -1.
    /// </summary>
    public int Find(string word, int from = 0)
    {
        var depth = 0;
        for (var at = from; at < Tokens.Count; at++)
        {
            if (depth == 0 && Tokens[at].Is(word))
                return at;
            depth += Tokens[at].Is("(") ? 1 : Tokens[at].Is(")") ? -1 : 0;
        }

        return -1;
    }

    public bool Has(string word) => Tokens.Any(token => token.Is(word));

    /// <summary>The name that begins at an index, with its qualification, and the index behind it.</summary>
    public (string Name, int End) Name(int index)
    {
        while (IsAny(index, "IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY"))
            index++;
        if (index >= Tokens.Count || !Tokens[index].IsName)
            return ("", index);
        var name = Tokens[index++].Text;
        while (Is(index, ".") && At(index + 1) is { IsName: true } part)
        {
            name += "." + part.Text;
            index += 2;
        }

        return (name, index);
    }
}
