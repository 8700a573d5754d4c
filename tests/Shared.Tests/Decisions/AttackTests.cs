using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Tests.World;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Tests.Decisions;

/// <summary>The rows of the attack table that the pure core decides.</summary>
public static class AttackTests
{
    private static readonly Policy Policy = A.Policy().Requiring("low", 1, "senior");

    [Theory]
    [InlineData(".blastradius.yml")]
    [InlineData("CODEOWNERS")]
    [InlineData(".github/workflows/changesentinel.yml")]
    public static void Attack_01_a_change_that_edits_what_judges_it_needs_the_top_rung(string path)
    {
        var lax = A.Policy();
        var change = A.Change().Touching(path).WithCodeOwners("");

        Assert.Equal(DecisionState.Waiting, change.Decided(lax).State);
        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(lax, "carol").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(lax, "alice").State);
    }

    [Theory]
    [InlineData("free/policy.yml")]
    [InlineData("free/owners")]
    public static void Attack_01_a_change_that_edits_where_a_link_from_there_leads_needs_the_top_rung(string path)
    {
        var linked = A.Policy() with { File = "free/policy.yml" };
        var owners = Known.Fact<SourceFile?>(new("free/owners", ""));
        var change = A.Change().Touching(path) with { CodeOwners = owners, HeadCodeOwners = owners };

        Assert.Equal(DecisionState.Waiting, change.ApprovedBy(linked, "carol").State);
        Assert.Equal(DecisionState.Approved, change.ApprovedBy(linked, "alice").State);
    }

    [Fact]
    public static void Attack_03_an_agent_without_trailers_still_meets_rules_that_do_not_ask_about_AI()
    {
        var stripped = A.Change().Touching("infra/main.tf");
        var asks = A.Policy().Asking(Undeclared.Ask);

        Assert.Equal(DecisionState.Waiting, stripped.Decided(Policy).State);
        Assert.Equal(DecisionState.Waiting, stripped.ApprovedBy(asks, "alice", "bob").State);
    }

    [Fact]
    public static void Attack_04_an_approval_is_of_the_content_seen_whatever_the_clock_says()
    {
        var seen = A.Change().Touching("a.cs").At("seen");
        var pushed = A.Change().Having("a.cs", "pushed").At("pushed");
        var late = Said.Approval(seen, A.Person("alice")) with { At = A.Now.AddMinutes(20) };

        var decision = pushed.Decided(Policy, Statements.None.Approved(late));

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal(["a.cs"], Assert.Single(decision.AskAgain).ChangedPaths);
    }

    [Theory]
    [InlineData("merged exactly", true, "100644", DecisionState.Approved)]
    [InlineData("edited by hand", false, "100644", DecisionState.Waiting)]
    [InlineData("merged, but made executable", true, "100755", DecisionState.Waiting)]
    public static void Attack_05_an_update_merge_carries_over_only_where_it_is_the_merge_of_what_was_seen(
        string how, bool clean, string mode, DecisionState state)
    {
        var seen = A.Change().Touching("a.cs", "b.cs").At("seen");
        var updated = seen.At("updated").Having(new ChangedFile
        {
            Change = FileChange.Modified,
            Old = new("a.cs", "100644", A.Sha("new base")),
            New = new("a.cs", mode, A.Sha("merged")),
        });
        var said = Statements.None.Approved(seen, "alice") with
        {
            CleanMerges = new Dictionary<Sha, IReadOnlySet<string>>
            {
                [clean ? seen.Head : A.Sha("another head")] = new HashSet<string> { "a.cs" },
            },
        };

        Assert.True(state == updated.Decided(Policy, said).State, how);
    }

    [Fact]
    public static void Attack_05_a_path_that_the_base_took_in_carries_over()
    {
        var seen = A.Change().Touching("a.cs", "b.cs").At("seen");
        var said = Statements.None.Approved(seen, "alice") with
        {
            CleanMerges = new Dictionary<Sha, IReadOnlySet<string>>
            {
                [seen.Head] = new HashSet<string> { "a.cs" },
            },
        };

        Assert.Equal(DecisionState.Approved, seen.At("updated").Without("a.cs").Decided(Policy, said).State);
    }

    [Fact]
    public static void Attack_06_a_contributor_of_any_head_is_found_and_a_stranger_leaves_it_undecided()
    {
        var side = A.Change().Touching("a.cs").WithCommit(A.Person("alice") with { Email = "other@home.example" });
        var unmapped = A.Change().Touching("a.cs").WithCommit(new() { Name = "Al", Email = "al@home.example" });

        Assert.Equal(DecisionState.Waiting, side.ApprovedBy(Policy, "alice").State);
        Assert.Equal(DecisionState.Undecided, unmapped.ApprovedBy(Policy, "alice").State);
        Assert.Contains("add al@home.example to the account", unmapped.Decided(Policy).Reasons[0]);
    }

    [Fact]
    public static void Attack_06_a_lost_webhook_leaves_the_pusher_unknown_and_the_change_undecided()
    {
        var change = A.Change().Touching("a.cs") with
        {
            Pushers = A.Unknown<IReadOnlyList<Person>>("no push of its head was recorded"),
        };

        Assert.Equal(DecisionState.Undecided, change.ApprovedBy(Policy, "alice", "bob").State);
    }

    [Fact]
    public static void Attack_07_the_same_head_into_a_guarded_base_is_judged_by_that_base()
    {
        var lax = A.Change().Touching("a.cs");
        var guarded = lax.Touching("infra/main.tf") with { Base = "release", MergeBase = A.Sha("release") };
        var said = Statements.None.Approved(lax, "alice");

        Assert.Equal(DecisionState.NotApplicable, lax.Decided(A.Policy(), said).State);
        Assert.Equal(DecisionState.Waiting, guarded.Decided(Policy, said).State);
    }

    [Fact]
    public static void Attack_08_one_person_twice_is_one_approval()
    {
        var change = A.Change().Touching("a.cs");
        var two = A.Policy().Requiring("low", 2, "senior");
        var chat = Said.Approval(change, A.Person("alice")) with { Channel = ApprovalChannel.Chat };
        var renamed = Said.Approval(change, A.Person("alice") with { Login = "alice-work", Email = null });

        var decision = change.Decided(two, Statements.None.Approved(change, "alice").Approved(chat, renamed));

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal(1, Assert.Single(decision.Requirements).Missing);
    }

    [Fact]
    public static void Attack_11_a_bot_or_a_deactivated_account_approves_nothing()
    {
        var change = A.Change().Touching("a.cs").WithRole("write", "bob");
        var bot = Said.Approval(change, A.Bot("alice"));

        var decision = change.Decided(Policy, Statements.None.Approved(bot, Said.Approval(change, A.Person("erin"))));

        Assert.Equal(DecisionState.Waiting, decision.State);
        Assert.Equal(
            ["alice's approval does not count: alice is a bot.",
                "erin's approval does not count: erin has no write access."],
            decision.NotCounted.Select(pair => pair.Why));
    }

    [Fact]
    public static void Attack_18_an_empty_or_unknown_file_list_is_undecided()
    {
        var empty = A.Change();
        var unknown = A.Change() with { Files = A.Unknown<IReadOnlyList<ChangedFile>>("it has over 3,000 files") };

        Assert.Equal(DecisionState.Undecided, empty.ApprovedBy(Policy, "alice").State);
        Assert.Equal(DecisionState.Undecided, unknown.ApprovedBy(Policy, "alice").State);
    }

    [Fact]
    public static void Attack_19_a_file_counts_under_both_names_and_as_whatever_it_became()
    {
        var strict = A.Policy().Requiring("critical", 2, "senior");
        var link = new ChangedFile
        {
            Change = FileChange.TypeChanged,
            Old = new("infra/main.tf", "100644", A.Sha("a")),
            New = new("infra/main.tf", "120000", A.Sha("b")),
        };

        Assert.Equal(2, Asked(A.Change().Renaming("infra/main.tf", "attic/main.tf")));
        Assert.Equal(2, Asked(A.Change().Renaming("attic/main.tf", "infra/main.tf")));
        Assert.Equal(2, Asked(A.Change().Renaming("infra/main.tf", "Infra/main.tf")));
        Assert.Equal(2, Asked(A.Change().Having(link)));

        int Asked(Change change) => Assert.Single(change.Decided(strict).Requirements).Approvals;
    }

    [Fact]
    public static void Attack_27_who_left_the_team_between_page_and_click_does_not_count()
    {
        var policy = A.Policy().Rungs(("senior", ["@acme/senior"]));
        policy = policy.Requiring("low", 1, "senior");
        var before = A.Change().Touching("a.cs").InTeam("@acme/senior", "alice");

        Assert.Equal(DecisionState.Approved, before.ApprovedBy(policy, "alice").State);
        Assert.Equal(DecisionState.Waiting, before.InTeam("@acme/senior", "bob").ApprovedBy(policy, "alice").State);
        Assert.Equal(DecisionState.Waiting, before.UnreadTeam("@acme/senior").ApprovedBy(policy, "alice").State);
    }

    [Fact]
    public static void Attack_27_a_login_that_somebody_else_took_over_is_unknown_until_confirmed()
    {
        var taken = A.Person("alice") with { Id = 666 };
        var plain = A.Change().Touching("a.cs");
        var change = plain.WithRole("write", Known.Fact<IReadOnlyList<Person>>([taken, A.Person("bob")]));
        var said = Statements.None.Approved(Said.Approval(change, taken));

        Assert.Equal(DecisionState.Waiting, Bound(Known.Fact(A.Person("alice"))).Decided(Policy, said).State);
        Assert.Equal(
            DecisionState.Waiting, Bound(A.Unknown<Person>("its account changed")).Decided(Policy, said).State);
        Assert.Equal(DecisionState.Approved, Bound(Known.Fact(taken)).Decided(Policy, said).State);

        Change Bound(Known<Person> account) => change with
        {
            Membership = change.Membership with
            {
                Accounts = new Dictionary<string, Known<Person>> { ["alice"] = account },
            },
        };
    }

    [Fact]
    public static void Attack_29_a_bad_policy_blocks_with_its_place_and_is_never_no_policy()
    {
        var error = new Diagnostic(A.Line(7), DiagnosticSeverity.Error, "unknown tier 'hihg'");
        var warning = new Diagnostic(A.Line(8), DiagnosticSeverity.Warning, "unreachable");

        var decision = Decide.BadPolicy([warning, error]);

        Assert.Equal(DecisionState.BadPolicy, decision.State);
        Assert.Equal(".blastradius.yml:7:1: error: unknown tier 'hihg'", decision.Reasons[0]);
        Assert.Equal(2, decision.Reasons.Count);
    }

    [Fact]
    public static void Attack_31_a_veto_holds_when_the_head_goes_back_to_an_approved_one()
    {
        var approved = A.Change().Touching("a.cs").At("A");
        var said = Statements.None.Approved(approved, "alice").Vetoed("bob");

        Assert.Equal(DecisionState.Vetoed, approved.At("B").Having("a.cs", "v2").Decided(Policy, said).State);
        Assert.Equal(DecisionState.Vetoed, approved.Decided(Policy, said).State);
    }

    [Fact]
    public static void Attack_34_a_senior_who_opens_a_junior_s_branch_stands_where_the_junior_does()
    {
        var policy = A.Policy();
        policy = policy.Requiring(policy.Rule("low", 1, "senior") with { AuthorBelow = policy.Rung("senior") });
        var branch = A.Change().Touching("a.cs").OpenedBy(A.Person("alice"));

        var decision = branch.ApprovedBy(policy, "alice");

        Assert.Equal((DecisionState.Waiting, "mid"), (decision.State, decision.AuthorRung));
        Assert.Equal(DecisionState.Approved, branch.ApprovedBy(policy, "bob").State);
    }
}
