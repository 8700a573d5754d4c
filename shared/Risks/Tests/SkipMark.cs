using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>The marks by which frameworks leave tests out.</summary>
internal static class SkipMark
{
    private static readonly string[] Whole =
    [
        "@Ignore", "@Disabled", "[Ignore", "Skip = \"", "Skip=\"", "@pytest.mark.skip", "@unittest.skip",
        "@mark.skip", "pytest.skip(", "pytest.mark.skip", ".skipTest(", "t.Skip(", "t.SkipNow(", "t.Skipf(",
        "b.Skip(", "T().Skip(", "#[ignore", "markTestSkipped(", "markTestIncomplete(", "self skip.",
        "self skip:", "XCTSkip", "GTEST_SKIP(", "DISABLED_", "@tag :skip", "@tag skip", "@moduletag :skip",
        "Assert.Ignore(", "Assert.Inconclusive(", "this.skip(", "assumeTrue(false", "assumeFalse(true",
        "test.fixme(", "pytest.mark.xfail", "unittest.expectedFailure", "pytestmark = pytest.mark.skip",
        "skip: true", "Assert.Skip(", "@Test(enabled = false", "@Test(enabled=false", ".disabled(", "@skip",
        "raise SkipTest", "raise unittest.SkipTest", "@Pending", "skip_if(", "testthat::skip", "@test_skip",
    ];

    private static readonly SearchValues<string> AnyWhole =
        SearchValues.Create(Whole, StringComparison.Ordinal);

    private static readonly string[] Groups =
        ["it", "test", "describe", "context", "suite", "QUnit", "specify", "Deno.test", "QUnit.module",
            "QUnit.test",
         "feature", "each"];

    private static readonly string[] Renamed =
        ["xit", "xdescribe", "xtest", "xcontext", "xspecify", "xscenario", "xfeature", "fit", "fdescribe",
            "fcontext",
         "ftest"];

    /// <summary>Whether the line leaves out the test it marks, or every other one.</summary>
    public static bool StandsIn(string code, string extension)
    {
        if (code.AsSpan().ContainsAny(AnyWhole))
            return true;
        var trimmed = code.TrimStart();
        if (Only(trimmed) || Groups.Any(group => trimmed.StartsWith(group + ".skip",
            StringComparison.Ordinal)))
            return true;
        if (Renamed.Any(name => trimmed.StartsWith(name, StringComparison.Ordinal)
            && trimmed.Length > name.Length
            && trimmed[name.Length] is '(' or ' ' or '.'))
            return true;
        if (extension is "dart" && code.HasWord("skip") && code.Contains("skip:", StringComparison.Ordinal))
            return true;
        return extension is "rb" or "bats" && (trimmed.TrimEnd() is "skip" or "pending"
            || trimmed.StartsWith("skip ", StringComparison.Ordinal)
            || trimmed.StartsWith("skip(", StringComparison.Ordinal)
            || trimmed.StartsWith("pending ", StringComparison.Ordinal));
    }

    /// <summary>Whether the line makes its framework run nothing but the marked test.</summary>
    public static bool Only(string code)
    {
        var trimmed = code.TrimStart();
        return Groups.Any(group => trimmed.StartsWith(group + ".only", StringComparison.Ordinal))
            || trimmed.StartsWith("fit(", StringComparison.Ordinal)
            || trimmed.StartsWith("fdescribe(", StringComparison.Ordinal);
    }
}
