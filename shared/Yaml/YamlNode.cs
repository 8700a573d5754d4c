using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>How a scalar is written.</summary>
public enum YamlStyle
{
    /// <summary>Without quotes: it may be a number, `true` or nothing at all.</summary>
    Plain,

    Quoted,

    /// <summary>A `|` block: its lines are the file's lines.</summary>
    Literal,

    /// <summary>A `>` block: its lines are joined.</summary>
    Folded,
}

/// <summary>A piece of a YAML file and the place where it starts.</summary>
public abstract record YamlNode
{
    private YamlNode(Place place) => Place = place;

    public Place Place { get; }

    /// <param name="Place">Of a block, that of its `|` or `>`.</param>
    public sealed record Scalar(Place Place, string Text, YamlStyle Style) : YamlNode(Place)
    {
        public YamlScalarKind Kind =>
            Style == YamlStyle.Plain ? YamlScalarKinds.OfPlain(Text) : YamlScalarKind.Text;

        /// <summary>Where the text's first character stands, after the quote.</summary>
        public Place TextPlace =>
            Style == YamlStyle.Quoted ? Place with { Column = Place.Column + 1 } : Place;
    }

    public sealed record Sequence(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

    /// <param name="Entries">In the file's order; no key stands twice.</param>
    public sealed record Mapping(Place Place, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place)
    {
        public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
    }
}

/// <summary>A key of a mapping and what it holds.</summary>
public sealed record YamlEntry(YamlNode.Scalar Key, YamlNode Value);
