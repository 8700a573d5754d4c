using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Reports;

/// <summary>Decisions about one change to a shop's payments, one for each state, made by hand.</summary>
public static class SampleDecisions
{
    private const string Trailer = "Co-Authored-By: Claude <noreply@anthropic.com>";
    private const string Refund = "src/payments/Refund.cs";

    private static readonly DateTimeOffset Morning = new(2026, 10, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly TierLadder Tiers = TierLadder.Default;
    private static readonly Rung Mid = new(0, "mid", ["@acme/engineers"], At(30));
    private static readonly Rung Senior = new(1, "senior", ["@acme/senior-engineers"], At(31));

    private static readonly string[] Downstream =
    [
        "checkout", "invoicing", "payouts", "tax", "reports", "mails", "search", "web", "mobile", "admin",
        "fraud", "exports", "ledger-audit", "month-end",
    ];

    public static Person Alice { get; } = new() { Login = "alice" };

    public static Person Bob { get; } = new() { Login = "bob" };

    public static Sha Head { get; } = Sha.Parse("4be1c0d" + new string('0', 33));

    public static Decision Waiting { get; } = new()
    {
        State = DecisionState.Waiting,
        Assessment = Assessment(Change("feature/refund-rounding")),
        Requirements = [Requirement()],
        AuthorRung = "mid",
        AuthorRungReason = "dana is listed on mid.",
        Candidates =
        [
            new(Alice, "senior", true, ""),
            new(Bob, "senior", true, ""),
            new(new() { Login = "carol" }, "senior", false, "she wrote 4be1c0d"),
        ],
        UnreadGroups = ["@acme/senior-engineers"],
        Reasons = ["The change is AI-assisted, of the high tier, and its author stands below senior."],
        Remarks = ["The clone is shallow: commits before 2026-09-01 were not read."],
    };

    public static Decision Approved { get; } = Waiting with
    {
        State = DecisionState.Approved,
        Requirements = [Requirement() with { MetBy = [Alice], Met = true }],
        Counted = [Approval(Alice)],
        NotCounted = [(Approval(new() { Login = "carol" }), "She wrote commit 4be1c0d of this change.")],
        Reasons = ["Approved by alice on 4be1c0d."],
        Remarks = [],
    };

    public static Decision Vetoed { get; } = Waiting with
    {
        State = DecisionState.Vetoed,
        Vetoes = [new(Bob, 1, "the migration locks refunds", Morning)],
        Reasons = ["bob vetoed it: the migration locks refunds."],
    };

    public static Decision Overridden { get; } = Waiting with
    {
        State = DecisionState.Overridden,
        Overrides =
        [
            new(new() { Login = "erin" }, Head, "INC-2211", Morning),
            new(new() { Login = "frank" }, Head, "INC-2211", Morning),
        ],
        Reasons = ["erin and frank overrode it: INC-2211."],
    };

    public static Decision Undecided { get; } = Waiting with
    {
        State = DecisionState.Undecided,
        Assessment = Waiting.Assessment! with
        {
            Change = Waiting.Assessment.Change with
            {
                Files = new Known<IReadOnlyList<ChangedFile>>.Unknown("the list ends at 3,000 files"),
            },
            Incomplete = ["Its files are unknown, because the list ends at 3,000 files."],
        },
        Requirements = [],
        Candidates = [],
        Reasons = ["Its files are unknown, because the list ends at 3,000 files."],
    };

    public static Decision NotApplicable { get; } = Waiting with
    {
        State = DecisionState.NotApplicable,
        Shadow = true,
        Assessment = Waiting.Assessment! with
        {
            Provenance = Provenance.Nothing,
            Risk = Waiting.Assessment.Risk with
            {
                Tier = Tiers.Lowest,
                Reasons = [Reason(Tiers.Lowest, "README.md", "*.md", 5)],
                Hazards = [],
                Touched = [],
                Downstream = Known.Fact<IReadOnlyList<string>>([]),
            },
        },
        Requirements = [],
        Candidates = [],
        UnreadGroups = [],
        Reasons = ["No rule asks for anybody: the change is of the low tier."],
        Remarks = [],
    };

    public static Decision NoPolicy { get; } = new()
    {
        State = DecisionState.NoPolicy,
        Reasons = ["No .blastradius.yml stands on main, so nobody is asked."],
    };

    public static Decision BadPolicy { get; } = new()
    {
        State = DecisionState.BadPolicy,
        Reasons =
        [
            "The policy can't be read, so nothing passes until it is corrected on the base branch.",
            ".blastradius.yml:12:18: error: unknown tier 'hihg'; did you mean 'high'?",
        ],
    };

    public static IReadOnlyList<Decision> All { get; } =
        [Waiting, Approved, Vetoed, Overridden, Undecided, NotApplicable, NoPolicy, BadPolicy];

    /// <summary>The waiting change with the same hostile text wherever somebody else chooses the words.</summary>
    public static Decision Hostile(string text)
    {
        var change = Waiting.Assessment!.Change;
        var risk = Waiting.Assessment.Risk;
        var person = new Person { Login = text };
        return Waiting with
        {
            Assessment = Waiting.Assessment with
            {
                Change = change with
                {
                    Reference = new ChangeReference.PullRequest("acme/shop", 1234),
                    Title = text,
                    Branch = text,
                    Opener = person,
                },
                Provenance = new(
                    ProvenanceVerdict.Assisted,
                    [new(text, SignalKind.CoAuthor, SignalStrength.Certain, text) { Where = text }]),
                Risk = risk with
                {
                    Reasons = [Reason(Tiers.At(2), text, text, 9)],
                    Hazards = [new(HazardKind.DestructiveSql, text, 3, false) { Why = text, Quote = text }],
                    Touched = [text],
                    Downstream = Known.Fact<IReadOnlyList<string>>([text]),
                },
            },
            Candidates = [new(person, text, true, ""), new(person, "senior", false, text)],
            Counted = [Approval(person)],
            Requirements = [Requirement() with { Because = [text], UnmetOwners = [text], MetBy = [person] }],
            UnreadGroups = [text],
            Vetoes = [new(person, 1, text, Morning)],
            Reasons = [text],
            Remarks = [text],
        };
    }

    private static Assessment Assessment(Change change) => new()
    {
        Change = change,
        Policy = new()
        {
            File = ".blastradius.yml",
            Digest = "9f2c01a" + new string('0', 57),
            Paths = new([]),
            Require = [],
            Undeclared = [Undeclared.Human],
        },
        Provenance = new(
            ProvenanceVerdict.Assisted,
            [Claude("commit 4be1c0d"), Claude("commit 1a2b3c4")]),
        Risk = new()
        {
            Tier = Tiers.At(2),
            Reasons =
            [
                Reason(Tiers.At(2), Refund, "/src/payments/", 9),
                Reason(Tiers.At(2), "src/payments/Rounding.cs", "/src/payments/", 9),
                Reason(Tiers.At(2), "14 services downstream of ledger", "dependents ≥ 10", 23),
                Reason(Tiers.At(1), "252 lines changed", "lines ≥ 200", 25),
            ],
            Hazards =
            [
                new(HazardKind.DestructiveSql, "db/0042_refunds.sql", 3, Removed: false)
                {
                    Why = "UPDATE without WHERE rewrites every row of refunds",
                    Quote = "UPDATE refunds SET amount = round(amount);",
                },
            ],
            Touched = ["ledger"],
            Downstream = Known.Fact<IReadOnlyList<string>>(Downstream),
            LinesChanged = 252,
        },
        Deciding = new Dictionary<string, PathTier?>(StringComparer.Ordinal),
        Owners = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Refund] = ["@acme/payments"],
        },
    };

    private static Change Change(string branch) => new()
    {
        Reference = new ChangeReference.LocalBranch(".", Base: null, Head: null),
        Base = "main",
        Branch = branch,
        BaseCommit = Sha.Parse("aa11bb2" + new string('0', 33)),
        MergeBase = Sha.Parse("aa11bb2" + new string('0', 33)),
        Head = Head,
        Opener = new() { Login = "dana" },
        Files = Known.Fact<IReadOnlyList<ChangedFile>>([File(Refund, 200, 38), File("db/0042_refunds.sql", 14, 0)]),
        Commits = Known.Fact<IReadOnlyList<Commit>>([Commit("4be1c0d"), Commit("1a2b3c4"), Commit("0f0f0f0")]),
        Pushers = Known.Fact<IReadOnlyList<Person>>([]),
        Membership = Membership.Unreadable("a local repository has no teams"),
        Manifests = Known.Fact<IReadOnlyList<SourceFile>>([]),
    };

    private static ChangedFile File(string path, int added, int removed) => new()
    {
        Change = FileChange.Modified,
        Old = new(path, "100644", Head),
        New = new(path, "100644", Head),
        Added = added,
        Removed = removed,
    };

    private static Commit Commit(string sha) => new()
    {
        Sha = Sha.Parse(sha + new string('0', 33)),
        Author = new() { Name = "Dana" },
        Committer = new() { Name = "Dana" },
        Message = "Round refunds",
    };

    private static Signal Claude(string where) =>
        new("Claude Code", SignalKind.CoAuthor, SignalStrength.Certain, Trailer) { Where = where };

    private static Requirement Requirement() => new()
    {
        Rule = new() { Tier = Tiers.At(1), AuthorBelow = Senior, From = Senior, Place = At(40) },
        Approvals = 1,
        Because = ["AI-assisted", "high tier", "author below senior"],
        MetBy = [],
        Met = false,
    };

    private static Approval Approval(Person person) => new()
    {
        Person = person,
        Rank = Mid.Rank + 1,
        Head = Head,
        PolicyDigest = "",
        TierRank = 2,
        Covers = [],
        Channel = ApprovalChannel.Review,
        Strength = ApprovalStrength.GitHub,
        At = Morning,
    };

    private static TierReason Reason(Tier tier, string subject, string rule, int line) =>
        new(tier, subject, rule, At(line)) { Sentence = $"{subject} has the {tier.Name} tier by {rule}." };

    private static Place At(int line) => new(".blastradius.yml", line, 3);
}
