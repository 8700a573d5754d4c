using System.Text;

namespace ChangeSentinel.Risks;

/// <summary>Splits a line of shell into its commands, those within $( ) and `sh -c` too.</summary>
internal static class SplitShell
{
    private const int MostCommands = 200;
    private const int Deepest = 3;

    private static readonly HashSet<string> Prefixes = new(
        [
            "sudo", "env", "exec", "command", "nohup", "time", "then", "do", "else", "if", "elif", "!",
            "while", "until", "RUN", "CMD", "ENTRYPOINT", "builtin", "nice", "ionice", "stdbuf", "run:", "{",
            "&&", "doas", "-", "@", "call",
        ],
        StringComparer.Ordinal);

    public static IReadOnlyList<ShellCommand> Commands(string line)
    {
        List<ShellCommand> commands = [];
        Split(line, 0, commands);
        return commands;
    }

    private static void Split(string line, int depth, List<ShellCommand> commands)
    {
        List<(List<string> Words, bool Piped)> found = [];
        List<string> words = [], inner = [];
        var at = 0;
        while (at < line.Length && found.Count < MostCommands)
        {
            var letter = line[at];
            if (char.IsWhiteSpace(letter))
                at++;
            else if (letter is ';' or '&' or '|' or '(' or ')' or '`')
            {
                var isPipe = letter == '|' && !(at + 1 < line.Length && line[at + 1] == '|');
                Close(isPipe);
                at += letter is '|' or '&' && at + 1 < line.Length && line[at + 1] == letter ? 2 : 1;
            }
            else if (letter is '<' or '>' && at + 1 < line.Length && line[at + 1] == '(')
                at += Skip(line, at + 2, inner, words);
            else
                words.Add(Word(line, ref at, inner));
        }

        Close(false);
        for (var index = 0; index < found.Count; index++)
            Take(found[index].Words, found[index].Piped
                && index + 1 < found.Count ? found[index + 1].Words : [], depth, commands);
        foreach (var text in inner.Where(_ => depth < Deepest))
            Split(text, depth + 1, commands);

        void Close(bool piped)
        {
            if (words.Count > 0)
                found.Add((words, piped));
            words = [];
        }
    }

    /// <summary>
    /// Notes what stands in a process substitution and puts a name in its place; how far to go on.
    /// </summary>
    private static int Skip(string line, int from, List<string> inner, List<string> words)
    {
        var end = Closing(line, from);
        inner.Add(line[from..end]);
        words.Add("<(" + line[from..end]);
        return end + 1 - from + 2;
    }

    private static string Word(string line, ref int at, List<string> inner)
    {
        var word = new StringBuilder();
        var quote = '\0';
        for (; at < line.Length; at++)
        {
            var letter = line[at];
            if (letter == '\\' && quote != '\'' && at + 1 < line.Length)
                word.Append(line[++at]);
            else if (letter == quote)
                quote = '\0';
            else if (quote == '\0' && letter is '"' or '\'')
                quote = letter;
            else if (quote != '\'' && letter == '$' && at + 1 < line.Length && line[at + 1] is '(' or '{')
                at = Expansion(line, at, word, inner);
            else if (quote == '\0'
                && (char.IsWhiteSpace(letter) || letter is ';' or '&' or '|' or ')' or '(' or '`'))
                break;
            else
                word.Append(letter);
        }

        return word.ToString();
    }

    /// <summary>Takes `$( )` or `${ }` into the word; the index of its last character.</summary>
    private static int Expansion(string line, int at, StringBuilder word, List<string> inner)
    {
        if (line[at + 1] == '{')
        {
            var brace = line.IndexOf('}', at, Math.Min(200, line.Length - at));
            var last = brace < 0 ? at + 1 : brace;
            word.Append(line, at, last - at + 1);
            return last;
        }

        var end = Closing(line, at + 2);
        inner.Add(line[(at + 2)..end]);
        word.Append("$(…)");
        return end;
    }

    /// <summary>
    /// The index of the parenthesis that closes what began before; the line's end where none does.
    /// </summary>
    private static int Closing(string line, int from)
    {
        var depth = 1;
        for (var at = from; at < line.Length; at++)
        {
            depth += line[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return at;
        }

        return line.Length;
    }

    private static void Take(List<string> words, List<string> piped, int depth, List<ShellCommand> commands)
    {
        var bare = Bare(words);
        if (bare.Count == 0)
            return;
        var reader = Bare(piped);
        commands.Add(new(bare, reader.Count > 0 ? Program(reader[0]) : ""));
        if (depth >= Deepest || !HandsOn(bare))
            return;
        foreach (var word in bare.Skip(1).Where(word => word.Contains(' ', StringComparison.Ordinal)))
            Split(word, depth + 1, commands);
    }

    private static bool HandsOn(List<string> words) =>
        words[0] is "sh" or "bash" or "zsh" or "ssh" or "eval" or "su" or "kubectl" or "docker" or "timeout"
            or "watch"
        || words.Contains("-c", StringComparer.Ordinal);

    private static string Program(string word) => word[(word.LastIndexOf('/') + 1)..];

    /// <summary>The words without what merely starts the command: sudo, settings, xargs.</summary>
    private static List<string> Bare(List<string> words)
    {
        var at = 0;
        while (at < words.Count)
        {
            var word = words[at].TrimStart('@');
            if (word is "xargs")
            {
                for (at++; at < words.Count && words[at].StartsWith('-'); at++)
                    at += words[at] is "-I" or "-n" or "-P" or "-L" ? 1 : 0;
            }
            else if (Prefixes.Contains(words[at]) || (word.Length == 0 && words[at].Length > 0)
                || IsAssignment(word)
                || (at > 0 && Prefixes.Contains(words[at - 1]) && word.StartsWith('-') && word.Length < 4))
                at++;
            else
                break;
        }

        if (at >= words.Count)
            return [];
        var bare = words[at..];
        bare[0] = Program(bare[0].TrimStart('@', '-'));
        return bare[0].Length > 0 ? bare : [];
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && word.AsSpan(0, equals).IndexOfAnyExcept(NameLetters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameLetters =
        System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}
