using System.Diagnostics;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;
using FsCheck;
using FsCheck.Fluent;

namespace ChangeSentinel.Tests.Hazards;

public static class FindHazardsTests
{
    /// <summary>Of sixteen times the text: 16 were exact, 256 quadratic; between is room for a busy machine.</summary>
    private const int Proportion = 90;

    private static readonly string[] Paths =
    [
        "a.sql", "db/migrate/1.rb", "alembic/versions/1.py", "Migrations/1.cs", "migrations/1.ts", "a.tf", "x.tfvars",
        "stack.yaml", "k8s/a.json", ".github/workflows/a.yml", "a.proto", "a.graphql", "openapi.yaml", "a.test.ts",
        "a_test.go", "src/a.go", "src/a.java", "run.sh", "Dockerfile", "package.json", "config.xml", "site.conf",
        "src/a.rs",
    ];

    private static readonly string[] Pieces =
    [
        "DROP TABLE a;", "UPDATE a SET b = 1", "WHERE x", "\"\"\"", "'", "\"", "`", "/*", "*/", "--", "#", "{", "}",
        "(", ")",
        "[", "]", "resource \"a\" \"b\" {", "cidr_blocks = [\"0.0.0.0/0\"]", "timeout: 30", "retries=5", "$(",
        "${", "<<EOF",
        "EOF", "def test_a():", "it('a', () => {", "@Ignore", "string a = 1;", "reserved 1;", "a: Int!",
        "required:", "- a",
        "rm -rf $X/*", "git push -f", "permitAll()", "password = \"abc12345\"", "\\", ";", "$$", "  ", "\t", "é",
        "\0", "\ud800",
        "kind: A", "apiVersion: v1", "- run: npm test", "'*'", "Effect: Allow", "Action: \"*\"", "def down", "&&", "|",
        "op.drop_column(",
    ];

    private static Gen<ChangedFile> Files { get; } =
        from path in Gen.Elements(Paths)
        from count in Gen.Choose(1, 30)
        from lines in Gen.ListOf(LineText, count)
        select FileDiff.Of(path, string.Join('\n', lines));

    private static Gen<string> LineText =>
        from mark in Gen.Elements('+', '-', ' ')
        from count in Gen.Choose(0, 6)
        from pieces in Gen.ListOf(Gen.Elements(Pieces), count)
        select mark + string.Join(' ', pieces);

    [Fact]
    public static void Any_patch_is_read_to_its_end_with_the_same_answer_each_time()
    {
        Prop.ForAll(Arb.From(Files), file =>
        {
            var first = FindHazards.In(file);
            var second = FindHazards.In(file);

            return first.SequenceEqual(second) && first.All(Stands(file)) && first.Count <= FindHazards.MostPerFile;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public static void The_order_of_hunks_changes_nothing()
    {
        var pairs = from one in Files from other in Files select (one, other);

        Prop.ForAll(Arb.From(pairs), pair =>
        {
            var other = Shift(HunkOf(pair.other), 10_000);

            var ahead = FindHazards.In(With(pair.one, [HunkOf(pair.one), other]));
            var behind = FindHazards.In(With(pair.one, [other, HunkOf(pair.one)]));

            return ahead.ToHashSet().SetEquals(behind);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public static void Unrelated_context_hides_nothing()
    {
        foreach (var one in HazardCase.Of("develop").Where(one => one.Expected.Count > 0))
        {
            foreach (var file in CaseScore.ChangedFiles(one).Where(file => file.Patch.Or(Patch.Empty).Lines.Any()))
            {
                var more = file.Patch.Or(Patch.Empty).Hunks.Append(Context());

                var found = FindHazards.In(With(file, [.. more]))
                    .Select(hazard => (hazard.Kind, hazard.Line, hazard.Removed));

                Assert.Superset(
                    FindHazards.In(file).Select(hazard => (hazard.Kind, hazard.Line, hazard.Removed)).ToHashSet(),
                    found.ToHashSet());
            }
        }
    }

    [Theory]
    [InlineData("a.sql", "DROP ")]
    [InlineData("a.sql", "'")]
    [InlineData("a.sql", "[")]
    [InlineData("src/a.py", "\"DROP \\\"")]
    [InlineData("src/a.js", "'UPDATE ' + ")]
    [InlineData("alembic/versions/1.py", "op.drop_column(")]
    [InlineData("a.sh", "$(")]
    [InlineData("a.sh", "rm -rf ${x")]
    [InlineData("a.tf", "\"*\",")]
    [InlineData("src/a.ts", "auth(")]
    [InlineData("src/a.ts", "\\\"")]
    [InlineData("src/a.go", "timeout=5,")]
    [InlineData("a.graphql", "a(")]
    [InlineData("a.proto", "a = 1;")]
    [InlineData("stack.yaml", "- ")]
    [InlineData("src/a.rs", "/*")]
    public static void One_line_of_a_megabyte_takes_time_in_proportion(string path, string piece)
    {
        var small = Best(FileDiff.Of(path, "+" + Repeat(piece, 62_500)));
        var large = Best(FileDiff.Of(path, "+" + Repeat(piece, 1_000_000)));

        Assert.True(large < TimeSpan.FromMilliseconds(400) || large < small * Proportion, $"{small} {large}");
    }

    [Theory]
    [InlineData("a.sql", "UPDATE a")]
    [InlineData("a.sql", "DELETE FROM a;")]
    [InlineData("src/a.py", "\"DROP TABLE a")]
    [InlineData("a.tf", "  resource \"a_b\" \"c\" {")]
    [InlineData("a.yaml", "  - cidr: 0.0.0.0/0")]
    [InlineData("src/a.ts", "  timeout: 5,")]
    [InlineData("tests/test_a.py", "@pytest.mark.skip")]
    [InlineData("openapi.yaml", "    type: object")]
    [InlineData("a.sh", "rm -rf $A/* \\")]
    public static void Many_equal_lines_take_time_in_proportion(string path, string line)
    {
        var small = Best(FileDiff.Of(path, string.Join('\n', Enumerable.Repeat("+" + line, 1_000))));
        var large = Best(FileDiff.Of(path, string.Join('\n', Enumerable.Repeat("+" + line, 16_000))));

        Assert.True(large < TimeSpan.FromMilliseconds(400) || large < small * Proportion, $"{small} {large}");
    }

    [Fact]
    public static void A_patch_that_is_unknown_binary_or_generated_tells_nothing()
    {
        var file = FileDiff.New("a.sql", "DROP TABLE a;");

        Assert.Single(FindHazards.In(file));
        Assert.Empty(FindHazards.In(file with { Patch = new Known<Patch>.Unknown("it is too large") }));
        Assert.Empty(FindHazards.In(file with { Binary = true }));
        Assert.Empty(FindHazards.In(FileDiff.New("vendor/a.sql", "DROP TABLE a;")));
    }

    [Fact]
    public static void A_file_is_reported_with_fifty_hazards_at_most_and_a_quote_with_200_characters()
    {
        var text = string.Join('\n', Enumerable.Range(0, 200)
            .Select(number => $"DROP TABLE t{number}; -- {new string('x', 300)}"));

        var hazards = FindHazards.In(FileDiff.New("a.sql", text));

        Assert.Equal(FindHazards.MostPerFile, hazards.Count);
        Assert.All(hazards, hazard => Assert.Equal(200, hazard.Quote.Length));
    }

    [Fact]
    public static void A_reason_is_a_sentence_without_a_full_stop()
    {
        var hazards = HazardCase.Of("develop")
            .SelectMany(one => FindHazards.In(CaseScore.ChangedFiles(one)))
            .ToList();

        Assert.All(hazards, hazard => Assert.False(
            hazard.Why.EndsWith('.') || hazard.Why.Contains('\n', StringComparison.Ordinal), hazard.Why));
        Assert.All(hazards, hazard => Assert.InRange(hazard.Why.Split(' ').Length, 3, 40));
    }

    private static Func<Hazard, bool> Stands(ChangedFile file)
    {
        var lines = file.Patch.Or(Patch.Empty).Lines.ToList();
        return hazard => hazard.Quote.Length <= 200 && lines.Any(line => hazard.Removed
            ? line.Side is LineSide.Removed && line.OldNumber == hazard.Line
            : line.Side is LineSide.Added && line.NewNumber == hazard.Line);
    }

    private static Hunk HunkOf(ChangedFile file) => file.Patch.Or(Patch.Empty).Hunks[0];

    private static ChangedFile With(ChangedFile file, IReadOnlyList<Hunk> hunks) =>
        file with { Patch = Known.Fact(new Patch(hunks)) };

    private static Hunk Shift(Hunk hunk, int by) => hunk with
    {
        Lines =
        [
            .. hunk.Lines.Select(line => line with
            {
                OldNumber = line.OldNumber == 0 ? 0 : line.OldNumber + by,
                NewNumber = line.NewNumber == 0 ? 0 : line.NewNumber + by,
            }),
        ],
    };

    private static Hunk Context() =>
        new("", [.. Enumerable.Range(50_000, 3).Select(line => new PatchLine(LineSide.Context, line, line, ""))]);

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static TimeSpan Best(ChangedFile file) =>
        Enumerable.Range(0, 3).Min(_ => Time(() => FindHazards.In(file)));

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
