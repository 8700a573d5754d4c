using ChangeSentinel.Changes;

namespace ChangeSentinel.Yaml;

/// <summary>
/// The keys of a mapping whose names are fixed; each that is read is checked to hold something.
/// </summary>
public sealed class YamlKeys
{
    private readonly YamlNode.Mapping mapping;
    private readonly string name;
    private readonly DiagnosticBag findings;

    internal YamlKeys(YamlNode.Mapping mapping, string name, DiagnosticBag findings)
    {
        this.mapping = mapping;
        this.name = name;
        this.findings = findings;
    }

    public Place Place => mapping.Place;

    public bool Has(string key) => mapping.Find(key) is not null;

    public YamlNode? Find(string key) => mapping.Find(key);

    /// <summary>Where the key itself stands; the mapping's place where it is missing.</summary>
    public Place PlaceOf(string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Key.Place ?? Place;

    /// <summary>Null where the key is missing, or holds nothing, which is an error.</summary>
    public YamlCursor? At(string key)
    {
        if (mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key) is not { } entry)
            return null;
        if (entry.Value is not YamlNode.Scalar { Kind: YamlScalarKind.Nothing })
            return new(entry.Value, $"'{key}'", findings);
        findings.Error(entry.Key.Place, $"'{key}' holds nothing; give it a value or remove it");
        return null;
    }

    /// <summary>The same for a key that must be there.</summary>
    public YamlCursor? Required(string key)
    {
        if (!Has(key))
            findings.Error(Place, $"'{key}' is missing in {name}");
        return At(key);
    }
}
