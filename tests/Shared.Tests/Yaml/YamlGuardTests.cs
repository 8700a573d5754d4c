using System.Globalization;
using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Yaml;

public static class YamlGuardTests
{
    private const int Mebibyte = 1 << 20;

    public static TheoryData<string, string, string> Breaches { get; } = new()
    {
        {
            "alias", "a: 1\nb: *a",
            "f.yml:2:4: error: aliases are not allowed; if '*a' is text, put it in quotes"
        },
        {
            "pattern as alias", "p: [**/x]",
            "f.yml:1:5: error: aliases are not allowed; if '**/x' is text, put it in quotes"
        },
        {
            "anchor", "a: &x 1",
            "f.yml:1:4: error: anchors are not allowed; if '&x' is text, put it in quotes"
        },
        {
            "tag", "a: !!str 5",
            "f.yml:1:4: error: tags are not allowed; if the '!' is part of the text, put it in quotes"
        },
        {
            "duplicate", "a: 1\nb: 2\n\"a\": 3",
            "f.yml:3:1: error: duplicate key 'a'; it is already on line 1"
        },
        {
            "duplicate within", "x:\n  - {a: 1, a: 2}",
            "f.yml:2:12: error: duplicate key 'a'; it is already on line 2"
        },
        { "complex key", "? [a]\n: 1", "f.yml:1:3: error: a key is a plain word, not a list or a mapping" },
        {
            "second document", "a: 1\n---\nb: 2",
            "f.yml:2:1: error: a second document starts here; the file holds one, so remove this '---'"
        },
        {
            "NUL", "a: 1\nb: x\0y",
            "f.yml:2:5: error: a NUL byte stands here; save the file as plain UTF-8 text"
        },
        {
            "NUL by escape", "a: \"x\\0\"",
            "f.yml:1:4: error: the text holds the control character U+0000; remove it"
        },
        {
            "escape character", "a: \u001b[31m",
            "f.yml:1:4: error: the control character U+001B stands here; remove it"
        },
        {
            "lossy decoding", "a: b\n\n  \uFFFD",
            "f.yml:3:3: error: the file is not UTF-8 here: U+FFFD stands for bytes that could not be read"
        },
        {
            "hidden line end", "a: b\u2028c: d",
            "f.yml:1:5: error: the line separator U+2028 stands here and editors hide it; use a line end"
        },
        { "no character", "a: \uffff", "f.yml:1:4: error: U+FFFF is no character; remove it" },
        {
            "unclosed", "a: [1, 2",
            "f.yml:1:9: error: not valid YAML: while parsing a flow sequence, did not find expected ',' or " +
            "']'"
        },
        {
            "bad indentation", "a:\n  - b\n - c",
            "f.yml:3:2: error: not valid YAML: while parsing a block mapping, did not find expected key"
        },
        {
            "flow mapping that never ends", "a:\n  - { b: c\nd: e",
            "f.yml:3:1: error: not valid YAML: what stands before here can't be read; is a bracket or quote left open?"
        },
        {
            "tag without a name", "a: [!![b]]",
            "f.yml:1:11: error: not valid YAML: what stands before here can't be read; is a bracket or quote left open?"
        },
        {
            "directive without a prefix", "%TAG ! ",
            "f.yml:1:8: error: not valid YAML: what stands before here can't be read; is a bracket or quote left open?"
        },
        {
            "key that the parser forgets the value of", "paths:* vices:\n : le",
            "f.yml:2:6: error: not valid YAML: the last key before here has no value"
        },
        {
            "place after a CRLF", "a: 1\r\na: 2\r\n",
            "f.yml:2:1: error: duplicate key 'a'; it is already on line 1"
        },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public static void Each_breach_is_named_at_its_place(string what, string text, string expected)
    {
        var found = Check(text);

        Assert.True(found.Count == 1, $"{what}: {string.Join('\n', found)}");
        Assert.Equal(expected, found[0].ToString());
    }

    [Fact]
    public static void Half_a_surrogate_pair_is_named_at_its_place()
    {
        // Not a table: the test runner itself would replace the halves.
        const string Message = "the file is not valid Unicode here: half of a surrogate pair stands alone";

        Assert.Equal($"f.yml:1:4: error: {Message}", Assert.Single(Check("a: \ud83d!")).ToString());
        Assert.Equal($"f.yml:1:6: error: {Message}", Assert.Single(Check("a: 😀\ude00")).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment alone")]
    [InlineData("\uFEFFa: 1\nb: 2")]
    [InlineData("a: 1\r\nb: |\r\n  x\r\n  y\r\n")]
    [InlineData("%YAML 1.2\n---\na: {b: [c, \"*\", '&x', \"!y\"]}\n...\n")]
    [InlineData("a: \"tab\\tand\\nline\"\nb: é 😀 中")]
    [InlineData("x: {a: 1}\ny: {a: 1}\nz: [{a: 1}, {a: 1}]")]
    public static void Ordinary_text_passes(string text) => Assert.Empty(Check(text));

    [Fact]
    public static void Every_duplicate_is_reported_but_no_more_than_a_hundred()
    {
        Assert.Equal(3, Check("a: 1\na: 2\na: 3\na: 4").Count);
        Assert.Equal(YamlGuard.MaxFindings, Check(string.Concat(Enumerable.Repeat("a: 1\n", 500))).Count);
    }

    [Fact]
    public static void Many_documents_pass_where_they_are_allowed()
    {
        var file = new SourceFile("f.yml", "a: 1\n---\na: 2\n---\na: 3");

        var found = YamlGuard.Check(file, YamlDocuments.Many);

        Assert.Empty(found);
    }

    [Fact]
    public static void Attack_20_the_limits_hold_to_the_last_one_allowed()
    {
        Assert.Empty(Check(Nested(YamlGuard.MaxDepth)));
        Assert.Empty(Check(Long(YamlGuard.MaxNodes - 1)));
        Assert.Empty(Check("#" + new string('x', Mebibyte - 1)));

        AssertRefused("deeper than 64", Nested(YamlGuard.MaxDepth + 1));
        AssertRefused("more than 200,000 nodes", Long(YamlGuard.MaxNodes));
        AssertRefused("1 MiB", "#" + new string('x', Mebibyte));
        AssertRefused("1 MiB", "#" + new string('é', Mebibyte / 2));
    }

    public static TheoryData<string, int> Hostile { get; } = new()
    {
        // what is repeated up to 1 MiB, events at most
        { "[", 70 },
        { "{a: ", 140 },
        { "- ", 70 },
        { "? ", 70 },
        { "[\n", 70 },
        { "a", 10 },
        { "#", 10 },
        { "# x\n", 10 },
        { " ", 10 },
        { "\n", 10 },
        { "x: 1\n", 210 },
        { "--- x\n", 10 },
        { "? \n", 310 },
        { "- &a [*a,*a]\n", 210 },
        { "\0", 0 },
        { "]", 10 },
        { ": ", 10 },
        { "'", 10 },
        { "\"\\x41", 10 },
        { "%TAG !a! b\n", 10 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public static void Attack_20_hostile_text_of_a_mebibyte_takes_few_steps_and_little_memory(
        string unit, int steps)
    {
        var file = new SourceFile("f.yml", string.Concat(Enumerable.Repeat(unit, Mebibyte / unit.Length)));
        YamlGuard.Walk(new("warm.yml", "a: [b]"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var walk = YamlGuard.Walk(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(walk.Steps, 0, steps);
        Assert.InRange(allocated, 0, 20_000_000);
        Assert.All(walk.Diagnostics, found => Assert.InRange(found.Message.Length, 1, 300));
    }

    [Fact]
    public static void Attack_20_a_hundred_thousand_keys_are_read_in_linear_memory()
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => i.ToString(CultureInfo.InvariantCulture));
        var file = new SourceFile("f.yml", string.Concat(keys.Select(key => $"k{key}:\n")));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var walk = YamlGuard.Walk(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains("nodes", Assert.Single(walk.Diagnostics).Message, StringComparison.Ordinal);
        Assert.InRange(walk.Steps, YamlGuard.MaxNodes, YamlGuard.MaxNodes + 10);
        Assert.InRange(allocated, 0, 120_000_000);
    }

    [Fact]
    public static void Attack_20_fifty_thousand_levels_do_not_touch_the_stack()
    {
        IReadOnlyList<Diagnostic> found = [];
        var small = new Thread(() => found = Check(Nested(50_000)), maxStackSize: 128 * 1024);

        small.Start();
        small.Join();

        Assert.Contains("deeper than 64", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Long_names_are_shortened_in_messages()
    {
        var name = new string('n', 5_000);

        var found = Assert.Single(Check($"- &{name} 1"));

        Assert.InRange(found.Message.Length, 1, 300);
    }

    private static void AssertRefused(string why, string text) =>
        Assert.Contains(why, Assert.Single(Check(text)).Message, StringComparison.Ordinal);

    private static string Long(int items) => "[" + string.Concat(Enumerable.Repeat("x,", items)) + "]";

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static IReadOnlyList<Diagnostic> Check(string text) => YamlGuard.Check(new("f.yml", text));
}
