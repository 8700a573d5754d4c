using System.Diagnostics;
using System.Globalization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>A node that is about to be read as something: what it is not is reported at its place.</summary>
public sealed class YamlCursor
{
    private readonly DiagnosticBag findings;

    /// <param name="name">What messages call it: `'approvals'`, `a rule of 'raise'`.</param>
    public YamlCursor(YamlNode node, string name, DiagnosticBag findings)
    {
        Node = node;
        Name = name;
        this.findings = findings;
    }

    public YamlNode Node { get; }

    public string Name { get; }

    public Place Place => Node.Place;

    public bool IsMapping => Node is YamlNode.Mapping;

    public bool IsList => Node is YamlNode.Sequence;

    /// <summary>Its keys; those that are not allowed are reported, and the others still read.</summary>
    public YamlKeys? Keys(IReadOnlyCollection<string> allowed)
    {
        if (Node is not YamlNode.Mapping mapping)
            return Refuse<YamlKeys>("a mapping of keys to values");
        foreach (var key in Unknown(mapping, allowed))
            findings.Error(key.Place, NearestName.Unknown("key", key.Text, allowed, Name));
        return new(mapping, Name, findings);
    }

    /// <summary>
    /// Its entries where the keys are free names; empty names and empty values are reported.
    /// </summary>
    public IReadOnlyList<(YamlNode.Scalar Key, YamlCursor Value)> Entries()
    {
        if (Node is not YamlNode.Mapping mapping)
        {
            Refuse<object>("a mapping of names to values");
            return [];
        }

        var entries = new List<(YamlNode.Scalar, YamlCursor)>();
        foreach (var (key, value) in mapping.Entries)
        {
            var inner = new YamlCursor(value, $"'{YamlQuote.Of(key.Text)}'", findings);
            if (string.IsNullOrWhiteSpace(key.Text) || key.Text.AsSpan().ContainsAny('\n', '\r'))
                findings.Error(key.Place, $"a name in {Name} must be one line of text that is not blank");
            else if (value is YamlNode.Scalar { Kind: YamlScalarKind.Nothing })
                findings.Error(key.Place, $"{inner.Name} holds nothing; give it a value or remove it");
            else
                entries.Add((key, inner));
        }

        return entries;
    }

    /// <summary>Its items; none, reported, where it is no list.</summary>
    /// <param name="item">What messages call an item.</param>
    public IReadOnlyList<YamlCursor> Items(string item)
    {
        if (Node is YamlNode.Sequence list)
            return [.. list.Items.Select(node => new YamlCursor(node, item, findings))];
        Refuse<object>("a list");
        return [];
    }

    /// <summary>The texts of a list, or the one text it is; an empty list is reported.</summary>
    public IReadOnlyList<YamlNode.Scalar> Texts(string item)
    {
        if (Node is YamlNode.Scalar only)
            return Text() is null ? [] : [only];
        var items = Items(item);
        if (IsList && items.Count == 0)
            Error($"{Name} is empty; name at least one or remove it");
        return [.. items.Where(each => each.Text() is not null).Select(each => (YamlNode.Scalar)each.Node)];
    }

    /// <summary>One line of text that is not blank.</summary>
    public string? Text()
    {
        if (Node is not YamlNode.Scalar { Kind: YamlScalarKind.Text } scalar)
            return Refuse<string>(Node is YamlNode.Scalar ? "text, so put it in quotes" : "text");
        if (string.IsNullOrWhiteSpace(scalar.Text))
            return Refuse<string>("text that is not blank");
        if (scalar.Text.AsSpan().ContainsAny('\n', '\r'))
            return Refuse<string>("one line of text");
        return scalar.Text;
    }

    /// <summary>One of some words.</summary>
    public string? Word(IReadOnlyCollection<string> allowed)
    {
        if (Text() is not { } text)
            return null;
        if (allowed.Contains(text, StringComparer.Ordinal))
            return text;
        Error(NearestName.Unknown("value", text, allowed, Name));
        return null;
    }

    public bool? Flag() => Node is YamlNode.Scalar { Kind: YamlScalarKind.Flag } scalar
        ? scalar.Text is "true" or "True" or "TRUE"
        : Refuse("true or false");

    /// <summary>A whole number in decimal digits.</summary>
    public int? Count(int least, int most)
    {
        if (Node is YamlNode.Scalar { Kind: YamlScalarKind.Number } scalar &&
            int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) &&
            count >= least && count <= most)
            return count;
        Refuse<object>($"a whole number from {least} to {most}");
        return null;
    }

    public void Error(string message) => findings.Error(Place, message);

    private static IEnumerable<YamlNode.Scalar> Unknown(
        YamlNode.Mapping mapping, IReadOnlyCollection<string> allowed) =>
        mapping.Entries.Select(entry => entry.Key)
            .Where(key => !allowed.Contains(key.Text, StringComparer.Ordinal));

    private bool? Refuse(string expected)
    {
        Refuse<object>(expected);
        return null;
    }

    private T? Refuse<T>(string expected)
        where T : class
    {
        Error($"{Name} must be {expected}; found {Found()}");
        return null;
    }

    private string Found() => Node switch
    {
        YamlNode.Mapping => "a mapping",
        YamlNode.Sequence => "a list",
        YamlNode.Scalar { Kind: YamlScalarKind.Nothing } => "nothing",
        YamlNode.Scalar { Kind: YamlScalarKind.Text } scalar => $"the text '{YamlQuote.Of(scalar.Text)}'",
        YamlNode.Scalar scalar => YamlQuote.Of(scalar.Text),
        _ => throw new UnreachableException(),
    };
}
