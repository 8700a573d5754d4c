using ChangeSentinel.Changes;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.Surely;

namespace ChangeSentinel.Tests.GitHub;

public static class GatherPeopleTests
{
    private const string Policy = """
        seniority: [{junior: ["role:write"]}, {senior: ["@acme/seniors", "role:security"]}]
        require: [{tier: high, approvals: 1, from: senior}]
        paths: |
          *      low
          /src/  high  @acme/web
          /db/   high  @acme/data
        """;

    [Fact]
    public static async Task Teams_of_rungs_and_of_owners_of_what_is_touched_are_read_with_the_members_token()
    {
        await using var ground = await GatherGround.Open();
        var pull = Prepare(ground);
        ground.State.AddTeam("acme", "seniors", ground.Bob);
        ground.State.AddTeam("acme", "web", ground.Alice);
        ground.State.AddTeam("acme", "data", ground.Alice);
        ground.State.AddTeam("acme", "docs", ground.Alice, ground.Bob);
        var token = ground.State.PersonalToken(ground.Bob, Permissions.None.With(Access.Read, Scope.Members));

        var members = (await Gather(ground, pull, ground.Api(token))).Membership;

        Assert.Equal(["bob"], Fact(members.Team("@acme/seniors")).Select(person => person.Login));
        Assert.Equal(["@acme/docs", "@acme/seniors", "@acme/web"], members.Teams.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["alice", "bob"], Fact(members.Team("@ACME/Docs")).Select(person => person.Login));
        Assert.Empty(Fact(members.Role("security")));
    }

    [Fact]
    public static async Task Without_a_members_token_teams_are_unknown_and_say_why()
    {
        await using var ground = await GatherGround.Open();
        var pull = Prepare(ground);

        var members = (await Gather(ground, pull, null)).Membership;

        Assert.StartsWith("no members-token was given", Reason(members.Team("@acme/seniors")), StringComparison.Ordinal);
        Assert.StartsWith("no members-token was given", Reason(members.Team("@acme/other")), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_team_that_is_not_there_is_named_with_what_to_do()
    {
        await using var ground = await GatherGround.Open();
        var pull = Prepare(ground);
        var token = ground.State.PersonalToken(ground.Bob, Permissions.None.With(Access.Read, Scope.Members));

        var members = (await Gather(ground, pull, ground.Api(token))).Membership;

        Assert.Contains("no team @acme/seniors", Reason(members.Team("@acme/seniors")), StringComparison.Ordinal);
        Assert.Contains("correct the name", Reason(members.Team("@acme/seniors")), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_role_holds_everyone_above_it_and_an_organisations_own_is_one_too()
    {
        var all = Known.Fact<IReadOnlyList<CollaboratorReply>>(
        [
            Somebody("ann", "admin", new(true, true, true, true, true)),
            Somebody("wes", "security", new(true, true, true)),
            Somebody("rob", "read", new(true)),
        ]);

        var roles = Holders.Of(all, ["release"]);

        Assert.Equal(["ann", "wes", "rob"], Logins(roles["read"]));
        Assert.Equal(["ann", "wes"], Logins(roles["write"]));
        Assert.Equal(["ann"], Logins(roles["MAINTAIN"]));
        Assert.Equal(["wes"], Logins(roles["security"]));
        Assert.Empty(Logins(roles["release"]));
        Assert.Equal("no", Reason(Holders.Of(new Known<IReadOnlyList<CollaboratorReply>>.Unknown("no"), ["x"])["x"]));
    }

    private static CollaboratorReply Somebody(string login, string role, PermissionsReply rights) =>
        new(login[0], login, "User") { RoleName = role, Permissions = rights };

    private static IEnumerable<string?> Logins(Known<IReadOnlyList<Person>> people) =>
        Fact(people).Select(person => person.Login);

    private static PullRequest Prepare(GatherGround ground)
    {
        ground.Push(
            ground.Alice, "main",
            NewFile.Text(".blastradius.yml", Policy), NewFile.Text("CODEOWNERS", "*.md @acme/docs\n*.go @acme/go\n"));
        return ground.Pull(NewFile.Text("src/a.cs", "1\n"), NewFile.Text("README.md", "1\n"));
    }

    private static async Task<Change> Gather(GatherGround ground, PullRequest pull, GitHubApi? members) =>
        (await ground.Forge(GatherGround.Hints(pull), members).Gather(GatherGround.Reference(pull), default)).Change;
}
