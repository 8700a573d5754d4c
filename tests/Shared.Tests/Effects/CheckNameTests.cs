using ChangeSentinel.Effects;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;

namespace ChangeSentinel.Tests.Effects;

public static class CheckNameTests
{
    [Theory]
    [InlineData("main", "changesentinel")]
    [InlineData("develop", "changesentinel (develop)")]
    [InlineData("release/1", "changesentinel")]
    [InlineData("release/1/hotfix", "changesentinel (release/1/hotfix)")]
    [InlineData("release/lts", "lts gate")]
    [InlineData("hotfix-1-x", "hotfix gate")]
    [InlineData("Main", "changesentinel (Main)")]
    public static void Every_base_has_its_own_name_but_where_the_policy_maps_it(string branch, string name)
    {
        var policy = A.Policy() with
        {
            CheckNames = new Dictionary<string, IReadOnlyList<string>>
            {
                ["changesentinel"] = ["main", "release/*"],
                ["lts gate"] = ["release/lts"],
                ["hotfix gate"] = ["hotfix-*-x"],
            },
        };

        Assert.Equal(name, CheckName.For(policy, branch, "main"));
    }

    [Fact]
    public static void Without_a_policy_only_the_default_branch_has_the_plain_name()
    {
        Assert.Equal("changesentinel", CheckName.For(null, "main", "main"));
        Assert.Equal("changesentinel (main)", CheckName.For(null, "main", defaultBranch: null));
    }

    [Fact]
    public static void Long_and_invisible_bases_keep_names_of_their_own()
    {
        var alike = new string('a', 200);
        string[] bases =
        [
            alike, alike + "b", "a\u202Eb", "a<U+202E>b", "a\u200Bb", "changesentinel",
            CheckName.For(null, alike, "main")["changesentinel (".Length..],
        ];

        var names = bases.Select(branch => CheckName.For(null, branch, "main")).ToList();

        Assert.Equal(bases.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 100));
    }

    [Fact]
    public static void Attack_7_a_branch_cannot_name_itself_into_another_s_check()
    {
        var lax = A.Policy() with
        {
            CheckNames = new Dictionary<string, IReadOnlyList<string>> { ["changesentinel"] = ["lax"] },
        };
        var change = A.Change() with { Base = "lax" };

        var gathered = change.Facts() with { Policy = new PolicyReading.Valid(lax, []) };

        Assert.Equal("changesentinel (lax)", gathered.CheckName);
    }
}
