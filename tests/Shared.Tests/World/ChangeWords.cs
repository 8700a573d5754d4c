using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.World;

/// <summary>Words with which a test says how its change differs from the plain one.</summary>
public static class ChangeWords
{
    /// <summary>One commit of one person, who opened and pushed it.</summary>
    public static Change By(this Change change, string login) => change with
    {
        Opener = A.Person(login),
        Commits = Known.Fact<IReadOnlyList<Commit>>([Commit(login, A.Person(login), A.Person(login))]),
        Pushers = Known.Fact(A.People(login)),
    };

    public static Change OpenedBy(this Change change, Person? opener) => change with { Opener = opener };

    public static Change PushedBy(this Change change, params Person[] pushers) =>
        change with { Pushers = Known.Fact<IReadOnlyList<Person>>(pushers) };

    /// <summary>One more commit.</summary>
    public static Change WithCommit(
        this Change change, Person author, Person? committer = null, string message = "Change") => change with
        {
            Commits = Known.Fact<IReadOnlyList<Commit>>(
            [
                .. change.Commits.Or([]),
                Commit($"{change.Commits.Or([]).Count}", author, committer ?? author) with { Message = message },
            ]),
        };

    public static Change WithoutCommits(this Change change) =>
        change with { Commits = Known.Fact<IReadOnlyList<Commit>>([]) };

    /// <summary>Modified files, each with the same content in every test.</summary>
    public static Change Touching(this Change change, params string[] paths) =>
        paths.Aggregate(change, (each, path) => each.Having(Modified(path, "v1")));

    /// <summary>A file with this content; it replaces one of the same path.</summary>
    public static Change Having(this Change change, string path, string content) =>
        change.Having(Modified(path, content));

    public static Change Having(this Change change, ChangedFile file) => change with
    {
        Files = Known.Fact<IReadOnlyList<ChangedFile>>(
            [.. change.Files.Or([]).Where(each => each.Path != file.Path), file]),
    };

    public static Change Without(this Change change, string path) => change with
    {
        Files = Known.Fact<IReadOnlyList<ChangedFile>>(
            [.. change.Files.Or([]).Where(each => each.Path != path)]),
    };

    public static Change Renaming(this Change change, string from, string to) => change.Having(new ChangedFile
    {
        Change = FileChange.Renamed,
        Old = new(from, "100644", A.Sha(from)),
        New = new(to, "100644", A.Sha(from)),
    });

    /// <summary>A new head.</summary>
    public static Change At(this Change change, string head) => change with { Head = A.Sha(head) };

    public static Change InTeam(this Change change, string team, params string[] logins) =>
        change.WithTeam(team, Known.Fact(A.People(logins)));

    public static Change UnreadTeam(this Change change, string team) =>
        change.WithTeam(team, A.Unknown<IReadOnlyList<Person>>("it answers 404"));

    public static Change WithRole(this Change change, string role, params string[] logins) =>
        change.WithRole(role, Known.Fact(A.People(logins)));

    public static Change WithRole(this Change change, string role, Known<IReadOnlyList<Person>> holders) =>
        change with
        {
            Membership = change.Membership with
            {
                Roles = Replace(change.Membership.Roles, role, holders),
            },
        };

    /// <summary>
    /// A branch of a local repository: nobody opened it, and no account, team or right is known.
    /// </summary>
    public static Change Locally(this Change change) => change with
    {
        Reference = new ChangeReference.LocalBranch(".", null, null),
        Opener = null,
        Membership = Membership.Unreadable("a local repository has no teams"),
    };

    public static Change WithCodeOwners(this Change change, string text) => change with
    {
        CodeOwners = Known.Fact<SourceFile?>(new("CODEOWNERS", text)),
        HeadCodeOwners = Known.Fact<SourceFile?>(new("CODEOWNERS", text)),
    };

    public static Change WithTeam(this Change change, string team, Known<IReadOnlyList<Person>> members) =>
        change with
        {
            Membership = change.Membership with { Teams = Replace(change.Membership.Teams, team, members) },
        };

    private static ChangedFile Modified(string path, string content) => new()
    {
        Change = FileChange.Modified,
        Old = new(path, "100644", A.Sha(path)),
        New = new(path, "100644", A.Sha($"{path}={content}")),
        Added = 1,
        Removed = 1,
    };

    private static Commit Commit(string name, Person author, Person committer) =>
        new() { Sha = A.Sha($"commit {name}"), Author = author, Committer = committer, Message = "Change" };

    private static Dictionary<string, Known<IReadOnlyList<Person>>> Replace(
        IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>> groups,
        string name,
        Known<IReadOnlyList<Person>> members) => new(groups, StringComparer.OrdinalIgnoreCase) { [name] = members };
}
