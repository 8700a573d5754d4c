using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Policies;

public static class PolicyFuzzTests
{
    private const int MutationsOfASample = 150;

    /// <summary>Pieces that mean something to YAML, to patterns or to the file system of texts.</summary>
    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "#", " #", "&a ", "*a", "!", "!!", "|", ">", "|9", "|0",
        "'", "\"", "\\", "%", "@", "`", "? ", ",", "\t", " ", "~", "---\n", "...\n", "\r", "é", "😀", "\u0085", "\0",
        "\uFEFF", "\ud800", "\u202E", "<<: ", "!<x>", "\\x4", "%TAG ! x\n", "- - ", "[[", "]]", "**", "***", "//",
    ];

    public static TheoryData<string> Samples => [.. PolicySamples.Names("ok"), .. PolicySamples.Names("err")];

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Attack_20_a_damaged_policy_never_throws_and_every_finding_lies_inside_its_file(string name)
    {
        var sample = PolicySamples.Source(name).Text;
        var random = new Random(20 + sample.Length);

        for (var i = 0; i < MutationsOfASample; i++)
        {
            var file = new SourceFile("f.yml", Damage(sample, random));

            var findings = Findings(PolicyParser.Parse(file, PolicySamples.Baseline(name)));

            var own = findings.Where(finding => finding.Place.File == "f.yml");
            Assert.All(own, finding => AssertInside(finding.Place, file));
        }
    }

    private static string Damage(string sample, Random random)
    {
        var text = new StringBuilder(sample);
        for (var damages = random.Next(1, 6); damages > 0; damages--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 20), text.Length - at);
            _ = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length + 1), text.ToString(at, length)),
                2 when random.Next(4) == 0 => text.Remove(at, text.Length - at),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.ToString();
    }

    private static void AssertInside(Place place, SourceFile file)
    {
        var lines = file.Text.TrimStart('\uFEFF').ReplaceLineEndingsOfFiles().Split('\n');
        Assert.InRange(place.Line, 1, lines.Length);
        Assert.InRange(place.Column, 1, lines[place.Line - 1].Length + 1);
    }

    private static string ReplaceLineEndingsOfFiles(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static IReadOnlyList<Diagnostic> Findings(PolicyReading reading) => reading switch
    {
        PolicyReading.Valid valid => valid.Warnings,
        PolicyReading.Invalid invalid => invalid.Diagnostics,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
