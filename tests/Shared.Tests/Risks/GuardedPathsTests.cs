using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Risks;

public static class GuardedPathsTests
{
    [Theory]
    [InlineData("base.yml", ".blastradius.yml", "base.yml")]
    [InlineData("./conf/base.yml", ".blastradius.yml", "conf/base.yml")]
    [InlineData("../conf/base.yml", ".github/.blastradius.yml", "conf/base.yml")]
    [InlineData("base.yml", ".github/.blastradius.yml", ".github/base.yml")]
    [InlineData("base.yml", ".github/.blastradius.yml", "base.yml")]
    [InlineData("/base.yml", ".github/.blastradius.yml", "base.yml")]
    [InlineData("acme/.github//policy/base.yml@main", ".blastradius.yml", "policy/base.yml")]
    public static void The_baseline_is_guarded_wherever_its_name_may_point(
        string extends, string file, string guarded) =>
        Assert.True(GuardedPaths.Of(extends, file, null, null).Contains(guarded));

    [Theory]
    [InlineData("acme/.github", true)]
    [InlineData("Acme/.GitHub", true)]
    [InlineData("acme/shop", false)]
    public static void A_baseline_of_another_repository_guards_nothing_here(string repository, bool guarded)
    {
        var paths = GuardedPaths.Of("acme/.github//base.yml@main", ".blastradius.yml", null, repository);

        Assert.Equal(guarded, paths.Contains("base.yml"));
    }

    [Theory]
    [InlineData("src/CODEOWNERS")]
    [InlineData("docs/blastradius.yml")]
    [InlineData(".github/workflows.md")]
    [InlineData(".github/dependabot.yml")]
    public static void Other_files_are_not_guarded(string path) =>
        Assert.False(GuardedPaths.Of(null, ".blastradius.yml", null, null).Contains(path));

    [Theory]
    [InlineData(".github")]
    [InlineData(".github/workflows")]
    public static void A_link_in_place_of_the_workflows_is_guarded(string path) =>
        Assert.True(GuardedPaths.Of(null, ".blastradius.yml", null, null).Contains(path));

    [Theory]
    [InlineData("free/policy.yml")]
    [InlineData("free/owners")]
    public static void Where_a_link_leads_is_guarded_like_the_link(string path) =>
        Assert.True(GuardedPaths.Of(null, "free/policy.yml", "free/owners", null).Contains(path));
}
