using System.Buffers;

namespace ChangeSentinel.Evidence;

/// <summary>A word of a sentence: where it stands in the text, and what it means.</summary>
internal readonly record struct Token(int Start, int Length, WordKind Kind);

/// <summary>
/// Reads the sentences of a text, line by line, and finds those that say who wrote the change.
/// </summary>
internal ref struct ProseSignals
{
    private const int MostWords = 120;
    private const int LongestAside = 60;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("()[]\"!?;|—`");

    private readonly ReadOnlySpan<char> text;
    private readonly SignalList signals;
    private readonly Span<Token> tokens;
    private int count;
    private bool named;

    /// <param name="tokens">Room for one sentence, <see cref="MostWords"/> words.</param>
    public ProseSignals(ReadOnlySpan<char> text, SignalList signals, Span<Token> tokens)
    {
        this.text = text;
        this.signals = signals;
        this.tokens = tokens;
    }

    public static int Room => MostWords;

    /// <summary>
    /// Takes the next line; a sentence goes on over line ends, but not over bullets, headings or gaps.
    /// </summary>
    public void Take(int start, ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.IsEmpty || trimmed[0] is '*' or '-' or '+' or '#' or '|' or '•')
            End();
        var words = new Words(line);
        var skipTo = 0;
        while (words.MoveNext())
        {
            if (words.Start < skipTo)
                continue;
            Add(start + words.Start, words.Current);
            skipTo = Behind(line, words.End);
        }

        if (trimmed.StartsWith('#'))
            End();
    }

    /// <summary>Ends the sentence.</summary>
    public void End()
    {
        if (named && count > 0)
            Evaluate();
        (count, named) = (0, false);
    }

    private void Add(int start, ReadOnlySpan<char> word)
    {
        if (count == MostWords)
            End();
        var kind = Vocabulary.Kind(word, out _);
        if (kind is WordKind.Common && word is "ai" or "Ai")
            kind = WordKind.Other;
        named |= kind is WordKind.Agent or WordKind.Common || Sentence.IsVibe(word) || Sentence.IsHuman(word);
        tokens[count++] = new(start, word.Length, kind);
    }

    /// <summary>
    /// Ends the sentence at its mark; an aside in brackets behind an agent's name is passed over.
    /// </summary>
    /// <returns>Where in the line to go on.</returns>
    private int Behind(ReadOnlySpan<char> line, int end)
    {
        var rest = line[end..];
        var gap = 0;
        while (gap < rest.Length && !char.IsLetterOrDigit(rest[gap]))
            gap++;
        var between = rest[..gap];
        var open = between.IndexOf('(');
        if (open >= 0 && tokens[count - 1].Kind is not (WordKind.Other or WordKind.Link))
        {
            var close = rest[..Math.Min(rest.Length, LongestAside)].IndexOf(')');
            if (close > open && !rest[open..close].Contains('/'))
                return end + close;
        }

        var closing = between.ContainsAny(Breaks) || between.Contains(": ", StringComparison.Ordinal)
            || EndsSentence(between, gap == rest.Length);
        if (closing)
            End();
        return end;
    }

    private static bool EndsSentence(ReadOnlySpan<char> between, bool last) =>
        between.IndexOf('.') is >= 0 and var dot
        && (last || (dot + 1 < between.Length && char.IsWhiteSpace(between[dot + 1])))
        || (last && between.Contains(':'));

    private readonly void Evaluate()
    {
        var first = tokens[0];
        var last = tokens[count - 1];
        var sentence = new Sentence(text, tokens[..count]);
        var quote = text[first.Start..(last.Start + last.Length)];
        switch (sentence.Read(out var tool))
        {
            case ValueKind.Ai:
                signals.Add(tool, SignalKind.Prose, SignalStrength.Weak, quote);
                break;
            case ValueKind.Negative:
                signals.Add("AI", SignalKind.Negative, SignalStrength.Strong, quote);
                break;
            case ValueKind.NotAi:
                break;
        }
    }
}
