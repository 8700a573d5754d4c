using System.Text;

namespace ChangeSentinel.Fake.GraphQl;

internal enum LexemeKind
{
    Punctuation,
    Name,
    Number,
    Text,
    End,
}

internal sealed record Lexeme(LexemeKind Kind, string Text);

/// <summary>Cuts a GraphQL document into its lexemes.</summary>
internal static class Lexer
{
    public static IReadOnlyList<Lexeme> Read(string source)
    {
        var lexemes = new List<Lexeme>();
        for (var at = 0; at < source.Length;)
            at = Next(source, at, lexemes);
        lexemes.Add(new(LexemeKind.End, ""));
        return lexemes;
    }

    private static int Next(string source, int at, List<Lexeme> lexemes)
    {
        var letter = source[at];
        if (char.IsWhiteSpace(letter) || letter is ',' or '\uFEFF')
            return at + 1;
        if (letter == '#')
            return Until(source, at, '\n');
        if (letter == '"')
            return ReadText(source, at, lexemes);
        if (source.AsSpan(at).StartsWith("..."))
            return Add(lexemes, new(LexemeKind.Punctuation, "..."), at + 3);
        if ("!$&():=@[]{|}".Contains(letter, StringComparison.Ordinal))
            return Add(lexemes, new(LexemeKind.Punctuation, letter.ToString()), at + 1);
        if (letter == '_' || char.IsAsciiLetter(letter))
            return Take(source, at, lexemes, LexemeKind.Name, IsOfName);
        if (letter == '-' || char.IsAsciiDigit(letter))
            return Take(source, at, lexemes, LexemeKind.Number, static one => char.IsAsciiDigit(one) || "+-.eE".Contains(one, StringComparison.Ordinal));
        throw new GraphQlException($"Expected one of the document's signs, actual: '{letter}' at {at}");
    }

    private static int ReadText(string source, int at, List<Lexeme> lexemes)
    {
        if (source.AsSpan(at).StartsWith("\"\"\""))
        {
            var end = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal);
            return end < 0 ? throw new GraphQlException("A block string does not end")
                : Add(lexemes, new(LexemeKind.Text, source[(at + 3)..end]), end + 3);
        }

        var text = new StringBuilder();
        for (at++; at < source.Length && source[at] is not ('"' or '\n'); at++)
        {
            if (source[at] != '\\')
                text.Append(source[at]);
            else if (source[++at] == 'u')
            {
                text.Append((char)Convert.ToInt32(source.Substring(at + 1, 4), 16));
                at += 4;
            }
            else
                text.Append(Escaped(source[at]));
        }

        if (at >= source.Length || source[at] != '"')
            throw new GraphQlException("A string does not end");
        return Add(lexemes, new(LexemeKind.Text, text.ToString()), at + 1);
    }

    private static bool IsOfName(char letter) => letter == '_' || char.IsAsciiLetterOrDigit(letter);

    private static char Escaped(char letter) => letter switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => letter,
    };

    private static int Take(string source, int at, List<Lexeme> lexemes, LexemeKind kind, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < source.Length && belongs(source[end]))
            end++;
        return Add(lexemes, new(kind, source[at..end]), end);
    }

    private static int Until(string source, int at, char stop)
    {
        var end = source.IndexOf(stop, at);
        return end < 0 ? source.Length : end;
    }

    private static int Add(List<Lexeme> lexemes, Lexeme lexeme, int next)
    {
        lexemes.Add(lexeme);
        return next;
    }
}
