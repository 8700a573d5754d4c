using ChangeSentinel.Action.Workflow;
using ChangeSentinel.Decisions;
using ChangeSentinel.Tests.House;
using YamlDotNet.RepresentationModel;

namespace ChangeSentinel.Tests.Workflow;

/// <summary>action.yml promises what the program reads and writes, and no more.</summary>
public static class MetadataTests
{
    [Fact]
    public static void Every_input_is_described_and_every_described_input_is_read()
    {
        using var runner = new Runner().StartedBy("workflow_dispatch", "{}");
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var shell = runner.Shell(asked.Add);

        ReadInputs.From(shell);
        ReadEvent.From(shell);

        Assert.Equal(
            Keys("inputs").Select(name => $"INPUT_{name.ToUpperInvariant()}").Order(StringComparer.Ordinal),
            asked.Where(name => name.StartsWith("INPUT_", StringComparison.Ordinal) && !Alternative(name))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void Every_output_is_described_and_every_described_output_is_written() =>
        Assert.Equal(Keys("outputs"), StepOutputs.Of(Decide.NoPolicy(), null, "", "").Select(output => output.Name));

    /// <summary>The spelling of a shell, which can't name a variable with a hyphen.</summary>
    private static bool Alternative(string name) => name["INPUT_".Length..].Contains('_');

    private static IReadOnlyList<string> Keys(string section)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Repository.Root, "action.yml"));
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return [.. ((YamlMappingNode)root[section]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];
    }
}
