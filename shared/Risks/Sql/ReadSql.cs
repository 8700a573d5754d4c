namespace ChangeSentinel.Risks;

/// <summary>
/// Reads SQL from one side of a hunk, token by token, over as many lines as a statement takes.
/// </summary>
/// <param name="side">The lines to read.</param>
/// <param name="shown">Whether the lines reach the file's end.</param>
/// <param name="backtickEnds">Whether a backtick ends a text, as in Go and JavaScript.</param>
internal sealed class ReadSql(CodeSide side, bool shown, bool backtickEnds = false)
{
    private const int MostTokens = 20_000;
    private const int LongestName = 1_000;

    private int line;
    private int column;
    private char quote;

    private enum TextEnd
    {
        Continued,
        Closed,

        /// <summary>Something that is only known at run time follows.</summary>
        Computed,
    }

    private string Code => side.Lines[line].Code;

    /// <summary>Every statement of a file of SQL.</summary>
    public IEnumerable<SqlStatement> Statements()
    {
        while (line < side.Lines.Count)
        {
            var statement = Read(embedded: false);
            if (statement.Tokens.Count > 0)
                yield return statement;
        }
    }

    /// <summary>Every statement that begins a text or a line of another language.</summary>
    public IEnumerable<SqlStatement> Embedded()
    {
        while (Seek())
        {
            var statement = Read(embedded: true);
            if (statement.Tokens.Count > 1)
                yield return statement;
        }
    }

    /// <summary>Goes to the next place where a statement may begin; false where there is none.</summary>
    private bool Seek()
    {
        for (; line < side.Lines.Count; line++, column = 0)
        {
            while (column < Code.Length && SqlVerbs.Next(Code, column) is >= 0 and var verb)
            {
                column = verb;
                var before = BeforeWord(Code, column);
                if (before == ' ' || !SqlVerbs.BeginsAt(Code, column))
                {
                    column++;
                    continue;
                }

                quote = before == '^' ? '\0' : before == ';' ? quote : before;
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The quote or semicolon that a word stands behind, ^ at the line's begin, a space elsewhere.
    /// </summary>
    private static char BeforeWord(string code, int at)
    {
        if (!char.IsAsciiLetter(code[at]) || (at > 0 && CodeText.IsName(code[at - 1])))
            return ' ';
        var before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(code[before]) || code[before] == '|') && before > at - 100)
            before--;
        if (before < 0 || code[before] == '>')
            return '^';
        return code[before] is '"' or '\'' or '`' or ';' ? code[before] : ' ';
    }

    private SqlStatement Read(bool embedded)
    {
        List<SqlToken> tokens = [];
        while (line < side.Lines.Count)
        {
            if (column >= Code.Length || (column == 0 && !embedded && Code.AsSpan().Trim() is "GO" or "go"))
            {
                var separates = column < Code.Length && tokens.Count > 0;
                (line, column) = (line + 1, 0);
                if (separates)
                    return Done(complete: true);
            }
            else if (End(embedded) is var end and not TextEnd.Continued)
            {
                return Done(end is TextEnd.Closed);
            }
            else if (line < side.Lines.Count && column < Code.Length && Take() is { } token
                && tokens.Count < MostTokens)
            {
                tokens.Add(token);
            }
        }

        return Done(shown);

        SqlStatement Done(bool complete) => new(tokens, complete && tokens.Count < MostTokens, embedded);
    }

    /// <summary>
    /// Whether the statement ends here; goes behind its end, or into the text that continues it.
    /// </summary>
    private TextEnd End(bool embedded)
    {
        if (Code[column] == ';' || Code.AsSpan(column).StartsWith("$$"))
        {
            column++;
            return TextEnd.Closed;
        }

        if (!embedded)
            return TextEnd.Continued;
        if (quote != '\0')
            return Code[column] == quote ? AfterQuote() : TextEnd.Continued;
        var ends = Code[column] == '<' || Code.AsSpan(column).StartsWith("\"\"\"")
            || (Code[column] == '`' && backtickEnds);
        column += ends ? 1 : 0;
        return ends ? TextEnd.Closed : TextEnd.Continued;
    }

    /// <summary>
    /// Whether another text follows the closing quote, on this line or the next: `"a " + "b"`.
    /// </summary>
    private TextEnd AfterQuote()
    {
        var (at, next) = (line, column + 1);
        var joined = false;
        column++;
        for (var skipped = 0; skipped < 200; skipped++)
        {
            var code = side.Lines[at].Code;
            if (next >= code.Length)
            {
                if (++at >= side.Lines.Count || at > line + 1)
                    return TextEnd.Closed;
                next = 0;
            }
            else if (code[next] == quote)
            {
                (line, column) = (at, next + 1);
                return TextEnd.Continued;
            }
            else if (code[next] is '+' or '&'
                || (code[next] == '.' && next + 1 < code.Length && code[next + 1] == ' '))
            {
                joined = true;
                next++;
            }
            else if (char.IsWhiteSpace(code[next]) || code[next] is '\\' or '.')
            {
                next++;
            }
            else
            {
                return joined || code[next] == '%' ? TextEnd.Computed : TextEnd.Closed;
            }
        }

        return TextEnd.Closed;
    }

    private SqlToken? Take()
    {
        var (code, start) = (Code, column);
        var letter = code[column++];
        if (char.IsWhiteSpace(letter) || letter is '\\' or '|')
            return null;
        if (char.IsLetter(letter) || letter is '_' or '#' or '@' && !IsBrace(code, start + 1))
        {
            while (column < code.Length && (CodeText.IsName(code[column]) || code[column] is '$' or '#'))
                column++;
            return new(SqlTokenKind.Word, code[start..column], line);
        }

        return letter switch
        {
            '{' or '$' or '%' or '#' => Placeholder(code, start),
            '"' => Quoted(code, start, '"'),
            '`' => Quoted(code, start, '`'),
            '[' => Quoted(code, start, ']'),
            '\'' => Text(code, start),
            _ => new(SqlTokenKind.Mark, letter.ToString(), line),
        };
    }

    private static bool IsBrace(string code, int at) => at < code.Length && code[at] == '{';

    /// <summary>A name filled in at run time, `{table}`, `${table}` or `%s`, read as a name.</summary>
    private SqlToken Placeholder(string code, int start)
    {
        var end = code.IndexOf('}', start, Math.Min(100, code.Length - start));
        if ((IsBrace(code, start) || IsBrace(code, start + 1)) && end > 0)
            column = end + 1;
        else
            while (column < code.Length && CodeText.IsName(code[column]))
                column++;
        return new(SqlTokenKind.Quoted, code[start..column], line);
    }

    private SqlToken Quoted(string code, int start, char closing)
    {
        var end = code.IndexOf(closing, column, Math.Min(LongestName, code.Length - column));
        if (end < 0 || (quote != '\0' && code.AsSpan(column, end - column).Contains(quote)))
            return new(SqlTokenKind.Mark, code[start].ToString(), line);
        var name = code[column..end].TrimEnd('\\');
        column = end + 1;
        return new(SqlTokenKind.Quoted, name, line);
    }

    /// <summary>A text in single quotes; goes behind it, also where it ends on a later line.</summary>
    private SqlToken Text(string code, int start)
    {
        if (quote != '\0')
            return Quoted(code, start, '\'') with { Kind = SqlTokenKind.Text };
        var token = new SqlToken(SqlTokenKind.Text, "", line);
        for (var at = line; at < side.Lines.Count && at < line + 100; at++)
        {
            var end = side.Lines[at].Code.IndexOf('\'', at == line ? column : 0);
            if (end < 0)
                continue;
            (line, column) = (at, end + 1);
            break;
        }

        return token;
    }
}
