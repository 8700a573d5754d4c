using System.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChangeSentinel.Yaml;

/// <summary>The rules of <see cref="YamlGuard"/>, applied to one event after the other.</summary>
internal sealed class YamlRules(SourceLines lines, YamlDocuments allowed)
{
    private readonly List<Diagnostic> findings = [];
    private readonly Stack<Collection> open = [];
    private int nodes;
    private int documents;

    /// <summary>False after a breach that makes further reading pointless or dear.</summary>
    public bool GoesOn { get; private set; } = true;

    public int Steps { get; private set; }

    public IReadOnlyList<Diagnostic> Findings => findings;

    public void Take(ParsingEvent parsed)
    {
        Steps++;
        switch (parsed)
        {
            case DocumentStart:
                StartDocument(parsed.Start);
                break;
            case AnchorAlias alias:
                StartNode(parsed.Start, key: null);
                Report(parsed.Start, Unquoted("aliases", '*', alias.Value));
                break;
            case NodeEvent node:
                StartNode(node.Start, (node as Scalar)?.Value);
                CheckProperties(node);
                if (node is not Scalar)
                    Open(node);
                break;
            case MappingEnd or SequenceEnd:
                if (open.Pop().LacksValue)
                    Refuse(parsed.Start, "not valid YAML: the last key before here has no value");
                break;
        }
    }

    /// <summary>Reports the last finding: nothing is read after it.</summary>
    public void Refuse(Mark place, string message)
    {
        Report(place, message);
        GoesOn = false;
    }

    private void StartDocument(Mark place)
    {
        if (++documents == 2 && allowed == YamlDocuments.One)
            Refuse(place, "a second document starts here; the file holds one, so remove this '---'");
    }

    private void StartNode(Mark place, string? key)
    {
        if (++nodes > YamlGuard.MaxNodes)
            Refuse(place, $"the file holds more than {YamlGuard.MaxNodes:N0} nodes, which is the limit");
        else if (open.TryPeek(out var parent) && parent.TakesKey())
            CheckKey(place, key, parent);
    }

    private void CheckKey(Mark place, string? key, Collection mapping)
    {
        if (key is null)
            Report(place, "a key is a plain word, not a list or a mapping");
        else if (!mapping.Keys.TryAdd(key, (int)place.Line))
            Report(place, $"duplicate key '{YamlQuote.Of(key)}'; it is already on line {mapping.Keys[key]}");
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Report(node.Start, Unquoted("anchors", '&', node.Anchor));
        if (!node.Tag.IsEmpty)
            Report(node.Start, "tags are not allowed; if the '!' is part of the text, put it in quotes");
        if (node is Scalar scalar && YamlCharacters.WhyForbidden(scalar.Value) is { } why)
            Report(node.Start, why);
    }

    private void Open(NodeEvent node)
    {
        open.Push(node switch
        {
            MappingStart => new Collection { IsMapping = true },
            SequenceStart => new Collection { IsMapping = false },
            _ => throw new UnreachableException(),
        });
        if (open.Count > YamlGuard.MaxDepth)
            Refuse(node.Start, $"nested deeper than {YamlGuard.MaxDepth} levels, which is the limit");
    }

    private static string Unquoted(string what, char sign, AnchorName name) =>
        $"{what} are not allowed; if '{sign}{YamlQuote.Of(name.Value)}' is text, put it in quotes";

    private void Report(Mark place, string message)
    {
        if (!GoesOn)
            return;
        findings.Add(new(lines.At(place.Line, place.Column), DiagnosticSeverity.Error, message));
        GoesOn = findings.Count < YamlGuard.MaxFindings;
    }

    /// <summary>A mapping or sequence that has not ended yet.</summary>
    private sealed class Collection
    {
        public required bool IsMapping { get; init; }

        /// <summary>Each key and its line.</summary>
        public Dictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

        /// <summary>A key has come and its value has not; the parser lets some broken texts end so.</summary>
        public bool LacksValue { get; private set; }

        /// <summary>Whether the node that starts now is a key; the one after it is its value.</summary>
        public bool TakesKey() => LacksValue = IsMapping && !LacksValue;
    }
}
