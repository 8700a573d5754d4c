using ChangeSentinel.Policies;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Policies;

public static class PolicySampleTests
{
    [Theory]
    [MemberData(nameof(PolicySamples.Accepted), MemberType = typeof(PolicySamples))]
    public static void A_policy_that_is_right_is_accepted_with_exactly_these_warnings(string name)
    {
        var reading = PolicySamples.Parse(name);

        var valid = Assert.IsType<PolicyReading.Valid>(reading);
        Assert.Equal(PolicySamples.Expected(name), Text(valid.Warnings));
        Assert.DoesNotContain(valid.Warnings, finding => finding.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(PolicySamples.Refused), MemberType = typeof(PolicySamples))]
    public static void A_policy_that_is_wrong_is_refused_with_exactly_these_messages(string name)
    {
        var reading = PolicySamples.Parse(name);

        var invalid = Assert.IsType<PolicyReading.Invalid>(reading);
        Assert.Equal(PolicySamples.Expected(name), Text(invalid.Diagnostics));
        Assert.Contains(invalid.Diagnostics, finding => finding.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public static void There_are_samples_of_every_kind_and_no_message_without_its_sample()
    {
        var messages = Directory.GetFiles(PolicySamples.Folder, "*.out", SearchOption.AllDirectories);

        Assert.True(PolicySamples.Names("err").Count >= 45);
        Assert.True(PolicySamples.Names("ok").Count >= 20);
        Assert.All(messages, file => Assert.True(File.Exists(Path.ChangeExtension(file, ".yml")), file));
    }

    [Fact]
    public static void The_project_s_own_policy_is_valid()
    {
        var text = File.ReadAllText(Path.Combine(House.Repository.Root, ".blastradius.yml"));

        var reading = PolicyParser.Parse(new(".blastradius.yml", text));

        Assert.Empty(Assert.IsType<PolicyReading.Valid>(reading).Warnings);
    }

    private static string Text(IEnumerable<Diagnostic> findings) =>
        string.Concat(findings.Select(finding => $"{finding}\n"));
}
