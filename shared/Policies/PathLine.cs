using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>A word of a line of `paths` and the place of its first character.</summary>
internal sealed record PathWord(string Text, Place Place);

/// <summary>A line of `paths`: the block's own text, and the line of the file it stands on.</summary>
internal sealed record PathLine(string Text, SourceLines Source, int Line)
{
    /// <summary>Up to a comment: a word that begins with `#`. `\ ` is a space within a word.</summary>
    public IReadOnlyList<PathWord> Words()
    {
        var words = new List<PathWord>();
        var offset = SkipBlanks(0);
        while (offset < Text.Length && Text[offset] != '#')
        {
            var end = EndOfWord(offset);
            words.Add(new(Text[offset..end], Source.At(Line, Indent + offset + 1)));
            offset = SkipBlanks(end);
        }

        return words;
    }

    /// <summary>What YAML took off the front of the file's line.</summary>
    private int Indent => Source[Line].Length - Text.Length;

    private int SkipBlanks(int offset)
    {
        while (offset < Text.Length && Text[offset] is ' ' or '\t')
            offset++;
        return offset;
    }

    private int EndOfWord(int offset)
    {
        while (offset < Text.Length && Text[offset] is not (' ' or '\t'))
            offset += Text[offset] == '\\' && offset + 1 < Text.Length ? 2 : 1;
        return offset;
    }
}
