namespace ChangeSentinel.Scenarios.Fake;

/// <summary>A fake GitHub with a repository `acme/shop`, a person who opened a pull request, and a client.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly List<Client> clients = [];

    private Ground(FakeGitHub gitHub)
    {
        GitHub = gitHub;
        Acme = State.Add("acme", AccountType.Organization);
        Alice = State.Add("alice");
        Shop = State.AddRepository(Acme, "shop");
        Shop.Collaborators[Alice] = Role.Write;
        State.Push(Shop, Alice, "main", Commit("Start", NewFile.Text("README.md", "Shop\n"), NewFile.Text("src/a.cs", "one\ntwo\nthree\n")));
        Token = State.WorkflowToken(Shop, Permissions.WorkflowWrite);
        Client = As(Token);
    }

    public FakeGitHub GitHub { get; }

    public GitHubState State => GitHub.State;

    public Account Acme { get; }

    public Account Alice { get; }

    public ChangeSentinel.Fake.State.Repository Shop { get; }

    public Token Token { get; }

    public Client Client { get; }

    public static async Task<Ground> Open() => new(await FakeGitHub.Open());

    public Client As(Token? token)
    {
        var client = new Client(GitHub, token);
        clients.Add(client);
        return client;
    }

    public NewCommit Commit(string message, params NewFile[] files) => new(message, files) { Author = Alice.Signature };

    /// <summary>A pull request of Alice's that changes these files.</summary>
    public PullRequest Pull(params NewFile[] files)
    {
        State.Push(Shop, Alice, "work", Commit("Change", files));
        return State.OpenPull(Shop, Alice, (Shop, "work"), "Change the shop");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await GitHub.DisposeAsync();
        GitHub.Complaints.ThrowIfAny();
    }
}
