namespace ChangeSentinel.Scenarios.Doctor;

public static class DoctorScenarios
{
    private const string Policy =
        """
        version: 1
        paths: |
          *                low
          /src/payments/   high   @acme/payments
        seniority:
          - senior: ["@acme/seniors"]
        """;

    private const string Workflow =
        """
        on: [pull_request_target, merge_group]
        permissions: { contents: read, pull-requests: write, checks: write }
        jobs:
          sentinel:
            runs-on: ubuntu-latest
            steps:
              - uses: acme/change-sentinel@v1
        """;

    [Fact]
    public static async Task A_repository_that_is_well_set_up_has_nothing_to_fix()
    {
        await using var world = await WellSetUp();

        var examination = await Examination.Of(world, Administrator(world));

        Assert.True(examination.ExitCode == 0, examination.Output + examination.Errors);
        examination.Says("ok", "token", "olivia");
        examination.Says("ok", "policy", ".blastradius.yml is valid.");
        examination.Says("ok", "team", "@acme/payments answers.");
        examination.Says("ok", "check", "'changesentinel' is required on main.");
        examination.Says("ok", "ruleset", "GitHub Actions alone");
        examination.Says("ok", "bypass", "Nobody bypasses");
        examination.Says("ok", "defaults", "may only read");
        examination.Says("ok", "workflow", ".github/workflows/sentinel.yml");
        Assert.DoesNotContain(world.GitHub.Requests.All, request => request.Writes);
    }

    [Fact]
    public static async Task A_workflow_s_token_is_told_what_it_cannot_see_and_that_is_never_called_fine()
    {
        await using var world = await WellSetUp();
        var token = world.Keep(() => world.State.WorkflowToken(world.Shop, Permissions.WorkflowWrite)).Text;

        var examination = await Examination.Of(world, token);

        examination.Says("cannot see", "bypass", "may not see who bypasses");
        examination.Says("cannot see", "defaults", "an administrator's token sees it");
        examination.Says("cannot see", "team", "@acme/seniors");
    }

    [Fact]
    public static async Task A_repository_that_was_never_set_up_is_told_each_step()
    {
        await using var world = await World.Open();
        world.Keep(() => world.Shop.DefaultWorkflowPermissions = "write");

        var examination = await Examination.Of(world, Administrator(world));

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "policy", "sentinel init");
        examination.Says("fix", "check", "'changesentinel' is not required on main");
        examination.Says("fix", "workflow", "No workflow on main runs ChangeSentinel.");
        examination.Says("fix", "defaults", "may write everything");
    }

    [Fact]
    public static async Task A_team_that_answers_404_is_named()
    {
        await using var world = await WellSetUp();
        world.Keep(() => world.State.Teams.Remove(world.State.Team("acme", "payments")!));

        var examination = await Examination.Of(world, Administrator(world));

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "team", "@acme/payments answers 404");
    }

    [Fact]
    public static async Task A_source_that_is_not_pinned_and_those_let_past_are_to_fix()
    {
        await using var world = await WellSetUp();
        world.Keep(() =>
        {
            world.Shop.Rulesets.Clear();
            return world.Shop.Rulesets;
        }).Add(new(9, "guard", "active")
        {
            Includes = ["~DEFAULT_BRANCH"],
            Rules = [Ruleset.RequiresCheck("changesentinel", app: null)],
            BypassActors = [new JsonObject { ["actor_id"] = 5, ["actor_type"] = "RepositoryRole", ["bypass_mode"] = "always" }],
        });

        var examination = await Examination.Of(world, Administrator(world));

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "ruleset", "its source is not pinned");
        examination.Says("fix", "bypass", "RepositoryRole (always)");
    }

    [Fact]
    public static async Task A_merge_queue_no_workflow_answers_is_to_fix()
    {
        await using var world = await WellSetUp();
        world.Keep(() => world.Shop.Rulesets).Add(new(8, "queue", "active")
        {
            Includes = ["~ALL"],
            Rules = [new JsonObject { ["type"] = "merge_queue" }],
        });
        (await Examination.Of(world, Administrator(world))).Says("ok", "queue", "answers it");

        world.Base((".github/workflows/sentinel.yml", Workflow.Replace("[pull_request_target, merge_group]", "pull_request_target", StringComparison.Ordinal)));
        var examination = await Examination.Of(world, Administrator(world));

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "queue", "merge_group:");
    }

    [Fact]
    public static async Task A_workflow_without_its_rights_and_a_check_of_the_old_kind_are_seen()
    {
        await using var world = await WellSetUp();
        world.Base((".github/workflows/sentinel.yml", Workflow.Replace(", checks: write", "", StringComparison.Ordinal)));
        world.Keep(() => world.Shop.ProtectedBranches["release"] = ["changesentinel (release)"]);
        world.Keep(() =>
        {
            world.State.Move(world.Shop, world.Owner, "release", world.Shop.Branch("main")!);
            return "release";
        });

        var examination = await Examination.Of(world, Administrator(world), "--base", "release");

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "workflow", "without 'checks: write'");
        examination.Says("ok", "check", "'changesentinel (release)' is required on release.");
        examination.Says("fix", "protection", "Administrators merge without the check.");
    }

    [Fact]
    public static async Task A_token_that_is_refused_is_said_and_nothing_more_is_asked()
    {
        await using var world = await WellSetUp();

        var examination = await Examination.Of(world, "ghp_nobody");

        Assert.Equal(1, examination.ExitCode);
        examination.Says("fix", "token", "wrong or has expired");
    }

    [Fact]
    public static async Task A_GitHub_that_does_not_answer_is_a_failure()
    {
        await using var world = await WellSetUp();
        world.GitHub.Faults.Add(new Fault.Exhausted(3600), null, "*", times: 100);

        var examination = await Examination.Of(world, Administrator(world));

        Assert.Equal(3, examination.ExitCode);
        Assert.StartsWith("error: ", examination.Errors, StringComparison.Ordinal);
    }

    private static async Task<World> WellSetUp()
    {
        var world = await World.Open();
        world.Team("seniors", "alice");
        world.Team("payments", "bob");
        world.Policy(Policy);
        world.Base((".github/workflows/sentinel.yml", Workflow));
        world.Keep(() => world.Shop.Rulesets).Add(new(7, "guard", "active")
        {
            Includes = ["~DEFAULT_BRANCH"],
            Rules = [Ruleset.RequiresCheck("changesentinel", world.State.Actions.Id)],
        });
        return world;
    }

    private static string Administrator(World world) => world.Keep(() => world.State.PersonalToken(
        world.Owner,
        Permissions.WorkflowWrite.With(Access.Write, Scope.Administration).With(Access.Read, Scope.Members))).Text;
}
