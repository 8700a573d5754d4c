using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

/// <summary>Commits and changes of invented people.</summary>
internal static class Given
{
    public static Person Ada { get; } = new() { Name = "Ada Example", Email = "ada@example.org" };

    public static Sha Head { get; } = Sha.Parse("4be1c0d000000000000000000000000000000001");

    public static Commit Commit(string message, Person? author = null, Person? committer = null) => new()
    {
        Sha = Head,
        Author = author ?? Ada,
        Committer = committer ?? author ?? Ada,
        Message = message,
    };

    public static Person Named(string name, string email) => new() { Name = name, Email = email };

    public static Change Change(string description = "", string branch = "fix-totals", Person? opener = null) => new()
    {
        Reference = new ChangeReference.PullRequest("example/shop", 7),
        Base = "main",
        Branch = branch,
        BaseCommit = Sha.Parse("1000000000000000000000000000000000000001"),
        MergeBase = Sha.Parse("1000000000000000000000000000000000000001"),
        Head = Head,
        Opener = opener ?? Ada,
        Description = description,
        Files = Known.Fact<IReadOnlyList<ChangedFile>>([]),
        Commits = Known.Fact<IReadOnlyList<Commit>>([Commit("Sum the totals once")]),
        Pushers = Known.Fact<IReadOnlyList<Person>>([Ada]),
        Membership = Membership.Unreadable("this is a test"),
        Manifests = Known.Fact<IReadOnlyList<SourceFile>>([]),
    };

    public static Provenance Of(string message) => Detect.OfCommit(Commit(message), []);

    public static Provenance Of(Change change, bool? declared = null) => Detect.Provenance(change, [], declared);
}
