using System.Security.Cryptography;
using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Paths;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.World;

/// <summary>Facts and policies for tests, made from a few words: who, what, where.</summary>
public static class A
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Everyone with write access to the pull requests of these tests.</summary>
    public static IReadOnlyList<string> Writers { get; } =
        ["alice", "bob", "carol", "dana", "erin", "frank", "grace"];

    /// <summary>
    /// A pull request of acme/shop into main, opened, written and pushed by dana, that touches nothing yet.
    /// </summary>
    public static Change Change() => new Change
    {
        Reference = new ChangeReference.PullRequest("acme/shop", 1),
        Base = "main",
        Branch = "feature",
        BaseCommit = Sha("base"),
        MergeBase = Sha("base"),
        Head = Sha("head"),
        Files = Known.Fact<IReadOnlyList<ChangedFile>>([]),
        Commits = Known.Fact<IReadOnlyList<Commit>>([]),
        Pushers = Known.Fact<IReadOnlyList<Person>>([]),
        Membership = new(),
        Manifests = Known.Fact<IReadOnlyList<SourceFile>>([]),
    }.By("dana").WithRole("write", [.. Writers]).WithRole("maintain").WithRole("admin");

    /// <summary>
    /// Rungs mid (dana, carol, @acme/engineers) and senior (alice, bob, erin, frank); everything is low, src/payments
    /// high, infra critical; anything from high on takes one senior.
    /// </summary>
    public static Policy Policy() => new Policy
    {
        File = ".blastradius.yml",
        Digest = "policy",
        Paths = new([]),
        Require = [],
        Undeclared = [Undeclared.Human, Undeclared.Human, Undeclared.Human, Undeclared.Human],
    }
        .Line("*", "low").Line("/src/", "medium").Line("/src/payments/", "high").Line("/infra/", "critical")
        .Rungs(("mid", ["@dana", "@carol"]), ("senior", ["@alice", "@bob", "@erin", "@frank"]));

    /// <summary>An account: its id, login and e-mail follow from its name.</summary>
    public static Person Person(string login) => new()
    {
        Id = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(login))),
        Login = login,
        Name = login,
        Email = $"{login}@acme.example",
        Kind = AccountKind.User,
    };

    public static Person Bot(string login) => Person(login) with { Kind = AccountKind.Bot };

    /// <summary>What GitHub records as the committer of a merge made on its pages.</summary>
    public static Person WebFlow { get; } = new() { Name = "GitHub", Email = "noreply@github.com" };

    /// <summary>An object id that follows from a word.</summary>
    public static Sha Sha(string word) =>
        ChangeSentinel.Changes.Sha.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)))[..40]);

    public static PathPattern Pattern(string text) =>
        Assert.IsType<PatternReading.Pattern>(PathPattern.Parse(text)).Value;

    public static Tier Tier(string name) => TierLadder.Default.At(TierLadder.Default.Names.ToList().IndexOf(name));

    public static Place Line(int line) => new(".blastradius.yml", line, 1);

    public static IReadOnlyList<Person> People(params string[] logins) => [.. logins.Select(Person)];

    public static Known<T> Unknown<T>(string reason = "the forge did not answer") =>
        new Known<T>.Unknown(reason);
}
