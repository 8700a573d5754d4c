using System.Runtime.CompilerServices;
using ChangeSentinel.Fake.Identity;

namespace ChangeSentinel.Scenarios.Language;

/// <summary>
/// A story's ground: a GitHub with the repository `acme/shop`, people who write there, and the program under test,
/// which is run as a job of GitHub Actions would run it.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private World(FakeGitHub gitHub)
    {
        GitHub = gitHub;
        Acme = State.Add("acme", AccountType.Organization);
        Shop = State.AddRepository(Acme, "shop");
        Owner = Person("olivia", Role.Admin);
        State.Push(Shop, Owner, "main", Commit(Owner, "Start", NewFile.Text("README.md", "# Shop\n")));
        Workplace = Directory.CreateTempSubdirectory("scenario-").FullName;
    }

    public FakeGitHub GitHub { get; }

    public GitHubState State => GitHub.State;

    public Account Acme { get; }

    public ChangeSentinel.Fake.State.Repository Shop { get; }

    /// <summary>An administrator, who sets the repository up.</summary>
    public Account Owner { get; }

    public FakeBot Bot => GitHub.Bot;

    /// <summary>Inputs of the step beyond action.yml's defaults, by name: `mode`, `comment`.</summary>
    public IDictionary<string, string> Inputs { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>More of the job's environment.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>More that nobody may ever see, beside the tokens of the job.</summary>
    public IList<string> Canaries { get; } = [];

    /// <summary>Whether the job has `id-token: write`.</summary>
    public bool HasIdToken { get; set; } = true;

    /// <summary>The workflow token's rights; a fork's plain events get read rights whatever stands here.</summary>
    public Permissions Permissions { get; set; } = Permissions.WorkflowWrite;

    /// <summary>The last run; null before the first.</summary>
    public Run? LastRun { get; internal set; }

    internal string Workplace { get; }

    public static async Task<World> Open() => new(await FakeGitHub.Open());

    /// <summary>An account, made with a role in the repository where it does not exist yet.</summary>
    public Account Person(string login, Role role = Role.Write)
    {
        lock (State.Gate)
        {
            if (State.Account(login) is { } known)
                return known;
            var person = State.Add(login);
            Shop.Collaborators[person] = role;
            return person;
        }
    }

    /// <summary>A team of acme and its members, who may write.</summary>
    public Team Team(string slug, params string[] members)
    {
        Account[] people = [.. members.Select(member => Person(member))];
        lock (State.Gate)
            return State.AddTeam("acme", slug, people);
    }

    /// <summary>A token that reads teams; its text goes into the input `members-token`.</summary>
    public string MembersToken() => Keep(() => State.PersonalToken(
        Owner, Permissions.None.With(Access.Read, Scope.Members, Scope.Contents))).Text;

    /// <summary>Puts a policy on the default branch.</summary>
    public void Policy(string text) => Base((".blastradius.yml", text));

    /// <summary>Puts files on the default branch.</summary>
    public void Base(params (string Path, string Text)[] files)
    {
        lock (State.Gate)
        {
            State.Push(Shop, Owner, "main", Commit(
                Owner, "Change the base", [.. files.Select(file => NewFile.Text(file.Path, file.Text))]));
        }
    }

    /// <summary>Somebody opens a pull request that changes one file.</summary>
    /// <param name="touching">Its path.</param>
    public Change Opens(string login, string touching, [CallerMemberName] string title = "") =>
        Opens(login, title.Replace('_', ' '), NewFile.Text(touching, $"changed by {login}\n"));

    /// <summary>Somebody opens a pull request with one commit.</summary>
    public Change Opens(string login, string title, params NewFile[] files) => Opens(login, title, Shop, files);

    /// <summary>Somebody who may only read opens a pull request from a fork.</summary>
    public Change OpensFromFork(string login, string title, params NewFile[] files)
    {
        var author = Person(login, Role.Read);
        var fork = Keep(() => State.Repositories.FirstOrDefault(one => one.Parent == Shop && one.Owner == author)
            ?? State.Fork(Shop, author));
        return Opens(login, title, fork, files);
    }

    /// <summary>Somebody pushes commits, whoever wrote them, to a new branch and opens a pull request of it.</summary>
    public Change OpensBranch(string login, string branch, params NewCommit[] commits)
    {
        var author = Person(login);
        lock (State.Gate)
        {
            State.Push(Shop, author, branch, commits);
            return new(this, State.OpenPull(Shop, author, (Shop, branch), "Round refunds"));
        }
    }

    /// <summary>The last run wrote nothing that anybody sees.</summary>
    public void WroteNothing() =>
        Assert.Empty(LastRun!.Requests.Where(request => request.Writes).Select(request => request.ToString()));

    public NewCommit Commit(Account author, string message, params NewFile[] files) =>
        new(message, files) { Author = author.Signature };

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        Directory.Delete(Workplace, recursive: true);
        GitHub.Complaints.ThrowIfAny();
    }

    internal T Keep<T>(Func<T> change)
    {
        lock (State.Gate)
            return change();
    }

    private Change Opens(string login, string title, ChangeSentinel.Fake.State.Repository into, NewFile[] files)
    {
        var author = Person(login);
        lock (State.Gate)
        {
            var branch = $"{login}/work-{Shop.Pulls.Count + 1}";
            State.Push(into, author, branch, Commit(author, title, files));
            return new(this, State.OpenPull(Shop, author, (into, branch), title));
        }
    }
}
