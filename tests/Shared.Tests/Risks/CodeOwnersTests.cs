using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Risks;

public static class CodeOwnersTests
{
    [Theory]
    [InlineData("* @all\n/src/ @dev\n", "src/a.cs", "@dev")]
    [InlineData("/src/ @dev\n* @all\n", "src/a.cs", "@all")]
    [InlineData("/src/ @dev @acme/team dev@acme.example\n", "src/a.cs", "@dev", "@acme/team", "dev@acme.example")]
    [InlineData("* @all\n/src/generated/\n", "src/generated/a.cs")]
    [InlineData("* @all # everyone\n", "a", "@all")]
    [InlineData("*\t@all\r\n", "a", "@all")]
    [InlineData("# * @nobody\n\n* @all", "a", "@all")]
    [InlineData("a\\ b @spaced\n", "a b", "@spaced")]
    [InlineData("a\\", "a")]
    [InlineData("", "a")]
    public static void The_last_line_that_matches_names_the_owners(string text, string path, params string[] owners) =>
        Assert.Equal(owners, CodeOwners.Parse(text).Of(path));

    [Theory]
    [InlineData("* @all\n!/src/ @dev\n")]
    [InlineData("* @all\n/src/ dev\n")]
    [InlineData("* @all\n/src/ @dev @\n")]
    [InlineData("* @all\n/src/ dev@\n")]
    public static void A_line_that_GitHub_skips_is_skipped(string text) =>
        Assert.Equal(["@all"], CodeOwners.Parse(text).Of("src/a.cs"));
}
