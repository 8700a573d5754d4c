using System.Globalization;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;
using ChangeSentinel.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ChangeSentinel.Tests.Policies;

public static class PolicySchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromJsonAsync(PolicySchema.Json).GetAwaiter().GetResult();

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The closed list of what the schema can't express, each with the samples of it.</summary>
    private static readonly Dictionary<string, string[]> BeyondTheSchema = new(StringComparer.Ordinal)
    {
        ["a name that stands elsewhere: a tier, a rung, a service"] =
            ["unknown-rung", "unknown-service", "tiers-renamed", "ai-unknown-tier"],
        ["a name given twice in a list of mappings, or under two keys"] =
            ["rung-twice", "stage-twice", "base-twice"],
        ["the lines of 'paths', and how their block is written"] =
        [
            "bad-owners", "bad-patterns", "no-tier", "owner-before-tier", "unknown-tier", "paths-empty",
            "paths-folded", "paths-on-one-line",
        ],
        ["a pattern within a list"] = ["bad-patterns-in-lists"],
        ["a day that no calendar has"] = ["until-no-day"],
        ["what the baseline says, and whether it can be read"] =
        [
            "extends-bad-baseline", "extends-exempt", "extends-no-paths", "extends-nothing",
            "extends-other-tiers", "extends-twice", "extends-unreadable-baseline",
        ],
    };

    /// <summary>
    /// Mistakes in the YAML itself: no schema ever sees such a file, the guard refuses it first.
    /// </summary>
    private static readonly string[] NoYaml =
    [
        "alias", "bad-indentation", "bad-yaml", "control-character", "duplicate-key", "duplicate-key-within",
        "pattern-as-alias", "tag", "too-deep", "two-documents",
    ];

    [Theory]
    [MemberData(nameof(PolicySamples.Accepted), MemberType = typeof(PolicySamples))]
    public static void What_the_parser_accepts_the_schema_accepts(string name)
    {
        var faults = Schema.Validate(Json(PolicySamples.Source(name)));

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(PolicySamples.Refused), MemberType = typeof(PolicySamples))]
    public static void The_schema_rejects_every_error_of_shape_and_none_of_the_closed_list(string name)
    {
        var sample = name["err/".Length..];
        var yaml = YamlText.Read(PolicySamples.Source(name));
        Assert.Equal(NoYaml.Contains(sample), yaml.Diagnostics.Count > 0);
        if (yaml.Diagnostics.Count > 0)
            return;

        var faults = Schema.Validate(Json(PolicySamples.Source(name)));

        var isBeyond = BeyondTheSchema.Values.Any(samples => samples.Contains(sample));
        Assert.True(
            isBeyond == (faults.Count == 0),
            $"{name} is {(isBeyond ? "" : "not ")}on the closed list: {string.Join(' ', faults)}");
    }

    [Fact]
    public static void The_closed_list_names_samples_that_exist()
    {
        var known = PolicySamples.Names("err").ToHashSet(StringComparer.Ordinal);

        Assert.All(
            BeyondTheSchema.Values.SelectMany(samples => samples).Concat(NoYaml),
            name => Assert.Contains($"err/{name}", known));
    }

    [Fact]
    public static void Hazards_and_ecosystems_of_the_schema_are_those_of_the_product()
    {
        var schema = JObject.Parse(PolicySchema.Json);

        var hazards = schema.SelectToken("definitions.hazard.enum")!.Values<string>();
        var ecosystems = schema.SelectToken("properties.discover.items.enum")!.Values<string>();

        var kinds = HazardNames.All.Select(kind => kind.Name());
        var formats = Enum.GetNames<Ecosystem>().Select(name => name.ToLowerInvariant());
        Assert.Equal(kinds, hazards, StringComparer.Ordinal);
        Assert.Equal(formats, ecosystems, StringComparer.Ordinal);
    }

    private static JToken Json(SourceFile file) =>
        YamlText.Read(file).Root is { } root ? Json(root) : JValue.CreateNull();

    private static JToken Json(YamlNode node) => node switch
    {
        YamlNode.Mapping mapping => new JObject(
            mapping.Entries.Select(entry => new JProperty(entry.Key.Text, Json(entry.Value)))),
        YamlNode.Sequence list => new JArray(list.Items.Select(Json)),
        YamlNode.Scalar scalar => Json(scalar),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JValue Json(YamlNode.Scalar scalar) => scalar.Kind switch
    {
        YamlScalarKind.Text => new(scalar.Text),
        YamlScalarKind.Nothing => JValue.CreateNull(),
        YamlScalarKind.Flag => new(bool.Parse(scalar.Text)),
        YamlScalarKind.Number when long.TryParse(scalar.Text, Culture, out var whole) => new(whole),
        YamlScalarKind.Number => new(double.Parse(scalar.Text, Culture)),
    };
}
