namespace ChangeSentinel.Risks;

/// <summary>Reads the line that names a test, in the languages we know.</summary>
internal static class TestHead
{
    private static readonly string[] Calls =
    [
        "it", "test", "specify", "scenario", "xit", "fit", "xtest", "testWidgets", "TEST", "TEST_F", "TEST_P",
        "TEST_CASE", "SECTION", "subtest", "START_TEST", "xspecify", "xscenario", "ftest", "property",
    ];

    private static readonly string[] Marks =
    [
        "#[test", "::test]", "::test(", "#[rstest", "@Test", "@ParameterizedTest", "@RepeatedTest",
        "@Property", "[Fact", "[Theory", "[Test]", "[Test(", "[TestMethod", "[TestCase", "[DataTestMethod",
        "#[Test]", "@test", "#[quickcheck", "[CorpusFact", "[Property", "@TestFactory", "#[wasm_bindgen_test",
        "#[sqlx::test", "#[gpui::test",
    ];

    /// <summary>The test's name; null where the line names none.</summary>
    public static string? Name(CodeSide side, int at)
    {
        var code = side.Lines[at].Code.Trim();
        if (code.Length == 0 || IsAnnotation(code))
            return code.StartsWith("@test ", StringComparison.Ordinal) ? code : null;
        return Called(code) ?? Declared(code) ?? (IsMarked(side, at) ? Function(code) : null);
    }

    public static bool IsAnnotation(string code) =>
        code.StartsWith("#[", StringComparison.Ordinal) || code[0] is '[' or '@';

    /// <summary>`it("adds"`, `it.skip('adds'`, `test "adds" do`, `TEST(Suite, Adds)`.</summary>
    private static string? Called(string code)
    {
        var end = 0;
        while (end < code.Length && CodeText.IsName(code[end]))
            end++;
        var name = code[..end];
        if (name is "QUnit" or "Deno")
            name = "test";
        if (!Calls.Contains(name, StringComparer.Ordinal) || end >= code.Length
            || code[end] is not ('(' or '.' or ' '))
            return null;
        var text = code.IndexOfAny(['"', '\'', '`'], end);
        if (text < 0)
            return code[end] == '(' && char.IsUpper(name[0]) ? code.NameFrom(end) + code[end..] : null;
        var close = code.IndexOf(code[text], text + 1);
        return close > text ? code[(text + 1)..close] : code[(text + 1)..];
    }

    /// <summary>`def test_adds`, `func TestAdds(`, `public void testAdds(`, `WebTest >> testGet`.</summary>
    private static string? Declared(string code)
    {
        if (!code.Has("test") && !code.HasAny("func Fuzz", "func Example"))
            return null;
        foreach (var start in (string[])["def test", "func Test", "func Fuzz", "func Example", "func test",
            "function test",
            "void test", "fun test", ">> test"])
        {
            var at = code.IndexOf(start, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !CodeText.IsName(code[at - 1]))
                && (code.Contains('(', StringComparison.Ordinal) || start[0] is '>' or 'd'))
                return code.NameFrom(at + start.IndexOf(' ', StringComparison.Ordinal) + 1);
        }

        return null;
    }

    private static bool IsMarked(CodeSide side, int at)
    {
        for (var above = at - 1; above >= 0 && above > at - 6; above--)
        {
            var code = side.Lines[above].Code.Trim();
            if (code.Length == 0)
                continue;
            if (Marks.Any(mark => code.Contains(mark, StringComparison.Ordinal)))
                return true;
            if (!IsAnnotation(code) && !code.EndsWith(',') && !code.EndsWith(')'))
                return false;
        }

        return false;
    }

    private static string? Function(string code)
    {
        var open = code.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0)
            return null;
        var start = open;
        while (start > 0 && (CodeText.IsName(code[start - 1]) || code[start - 1] == '`'))
            start--;
        var name = code[start..open];
        return code[open - 1] == '`' ? code[..open] : name.Length > 0 ? name : null;
    }
}
