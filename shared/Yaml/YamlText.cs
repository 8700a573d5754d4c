using System.Diagnostics;
using ChangeSentinel.Changes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChangeSentinel.Yaml;

/// <summary>A YAML file as nodes, or why it can't be read.</summary>
/// <param name="Documents">In the file's order; none where the file is empty or refused.</param>
/// <param name="Diagnostics">Errors only; empty where the file was read.</param>
public sealed record YamlReading(IReadOnlyList<YamlNode> Documents, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The first document; null where there is none.</summary>
    public YamlNode? Root => Documents.Count == 0 ? null : Documents[0];
}

/// <summary>Reads YAML into nodes that keep their places, from the events that the guard has let pass.</summary>
public static class YamlText
{
    public static YamlReading Read(SourceFile file, YamlDocuments allowed = YamlDocuments.One)
    {
        var walk = YamlGuard.Walk(file, allowed);
        return walk.Diagnostics.Count > 0
            ? new([], walk.Diagnostics)
            : new(Load(walk.Events, new(file)), []);
    }

    private static List<YamlNode> Load(IReadOnlyList<ParsingEvent> events, SourceLines lines)
    {
        var open = new Stack<Collection>();
        var roots = new List<YamlNode>();
        foreach (var parsed in events)
        {
            if (parsed is MappingStart or SequenceStart)
                open.Push(new(PlaceOf(parsed, lines), parsed is MappingStart, []));
            else if (Finished(parsed, lines, open) is { } node)
                (open.TryPeek(out var parent) ? parent.Children : roots).Add(node);
        }

        return roots;
    }

    private static YamlNode? Finished(ParsingEvent parsed, SourceLines lines, Stack<Collection> open)
    {
        if (parsed is Scalar scalar)
            return new YamlNode.Scalar(PlaceOf(parsed, lines), scalar.Value, Style(scalar.Style));
        if (parsed is not (MappingEnd or SequenceEnd))
            return null;
        var (place, isMapping, children) = open.Pop();
        if (isMapping)
            return new YamlNode.Mapping(place, Pairs(children));
        return new YamlNode.Sequence(place, children);
    }

    private static List<YamlEntry> Pairs(List<YamlNode> children) =>
        [.. children.Chunk(2).Select(pair => new YamlEntry((YamlNode.Scalar)pair[0], pair[1]))];

    private static Place PlaceOf(ParsingEvent parsed, SourceLines lines) =>
        lines.At(parsed.Start.Line, parsed.Start.Column);

    private static YamlStyle Style(ScalarStyle style) => style switch
    {
        ScalarStyle.Plain => YamlStyle.Plain,
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
        ScalarStyle.Literal => YamlStyle.Literal,
        ScalarStyle.Folded => YamlStyle.Folded,
        _ => throw new UnreachableException(),
    };

    /// <summary>A mapping or sequence that has not ended yet.</summary>
    private sealed record Collection(Place Place, bool IsMapping, List<YamlNode> Children);
}
