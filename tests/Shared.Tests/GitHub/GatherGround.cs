using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Fake.Edge;
using ChangeSentinel.Fake.Git;
using ChangeSentinel.Fake.State;
using ChangeSentinel.GitHub;
using Pull = ChangeSentinel.Fake.State.PullRequest;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>A GitHub with the repository `acme/shop`, and a forge that reads and writes it as a workflow.</summary>
internal sealed class GatherGround : IAsyncDisposable
{
    public const string PolicyText = "paths: |\n  *      low\n  /src/  high\n";

    private readonly List<GitHubApi> apis = [];

    private GatherGround(FakeGitHub gitHub)
    {
        GitHub = gitHub;
        Acme = State.Add("acme", AccountType.Organization);
        Alice = State.Add("alice");
        Bob = State.Add("bob");
        Shop = State.AddRepository(Acme, "shop");
        Shop.Collaborators[Alice] = Role.Write;
        Shop.Collaborators[Bob] = Role.Maintain;
        Push(Alice, "main",
            NewFile.Text(".blastradius.yml", PolicyText),
            NewFile.Text("README.md", "Shop\n"),
            NewFile.Text("src/a.cs", "one\ntwo\nthree\n"));
    }

    public FakeGitHub GitHub { get; }

    public GitHubState State => GitHub.State;

    public Account Acme { get; }

    public Account Alice { get; }

    public Account Bob { get; }

    public ChangeSentinel.Fake.State.Repository Shop { get; }

    public static async Task<GatherGround> Open() => new(await FakeGitHub.Open());

    /// <summary>One commit on a branch of the shop.</summary>
    public string Push(Account who, string branch, params NewFile[] files) =>
        State.Push(Shop, who, branch, Commit(who, $"Change {branch}", files));

    public static NewCommit Commit(Account who, string message, params NewFile[] files) =>
        new(message, files) { Author = who.Signature };

    /// <summary>A pull request of Alice's from the branch `work` with one commit.</summary>
    public Pull Pull(params NewFile[] files)
    {
        Push(Alice, "work", files);
        return State.OpenPull(Shop, Alice, (Shop, "work"), "Change the shop");
    }

    public GitHubApi Api(Token? token = null)
    {
        var text = (token ?? State.WorkflowToken(Shop, Permissions.WorkflowWrite)).Text;
        var api = new GitHubApi(
            new()
            {
                Root = new(GitHub.Api + "/"),
                GraphQl = new(GitHub.GraphQl),
                Tokens = new FixedToken(new(text)),
            },
            TimeProvider.System);
        apis.Add(api);
        return api;
    }

    public GitHubForge Forge(EventHints? hints = null, GitHubApi? members = null, GitHubApi? api = null) =>
        new(api ?? Api(), new() { Hints = hints, Members = members });

    /// <summary>What the payload of an event about this pull request says.</summary>
    public static EventHints Hints(Pull pull) => new(pull.Number)
    {
        Head = Sha.Parse(pull.HeadSha),
        Base = pull.BaseRef,
        HeadRef = pull.HeadRef,
        HeadRepository = pull.HeadRepository?.FullName,
        ChangedFiles = pull.Files.Count,
        Commits = pull.CommitCount,
        Comments = pull.Comments.Count,
    };

    public static ChangeReference.PullRequest Reference(Pull pull) => new("acme/shop", pull.Number);

    public Task<Gathered> Gather(Pull pull) => Forge(Hints(pull)).Gather(Reference(pull), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var api in apis)
            api.Dispose();
        await GitHub.DisposeAsync();
        GitHub.Complaints.ThrowIfAny();
    }
}
