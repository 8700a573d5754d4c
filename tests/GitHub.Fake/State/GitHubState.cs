using System.Security.Cryptography;

namespace ChangeSentinel.Fake.State;

/// <summary>Everything this GitHub holds. Whoever changes it from outside holds <see cref="Gate"/>.</summary>
public sealed class GitHubState : IDisposable
{
    private readonly List<GitStore> stores = [];
    private long lastId = 1000;

    public GitHubState()
    {
        var owner = Add("github", AccountType.Organization);
        var bot = new Account(41898282, "github-actions[bot]", AccountType.Bot);
        Accounts.Add(bot);
        Actions = new(15368, "github-actions", bot) { ClientId = "Iv1.fakeactions", Owner = owner };
        Apps.Add(Actions);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Now, in whole seconds as GitHub keeps times.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Time.GetUtcNow().ToUnixTimeSeconds());

    public IList<Account> Accounts { get; } = [];

    public IList<Team> Teams { get; } = [];

    public IList<App> Apps { get; } = [];

    public IList<Installation> Installations { get; } = [];

    public IList<Repository> Repositories { get; } = [];

    public IList<Token> Tokens { get; } = [];

    /// <summary>The App behind every workflow token.</summary>
    public App Actions { get; }

    /// <summary>How many entries a recursive tree shows before it is cut.</summary>
    public int TreeLimit { get; set; } = 100_000;

    /// <summary>How many of a pull request's changed files its list shows; GitHub ends at 3,000.</summary>
    public int FileLimit { get; set; } = 3_000;

    public long NextId() => ++lastId;

    public Account? Account(string login) =>
        Accounts.FirstOrDefault(account => account.Login.Equals(login, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who a commit's e-mail belongs to; null for nobody.</summary>
    public Account? AccountOf(string email) =>
        Accounts.FirstOrDefault(account => account.Email.Equals(email, StringComparison.OrdinalIgnoreCase)
            || email.Equals($"{account.Id}+{account.Login}@users.noreply.github.com", StringComparison.OrdinalIgnoreCase));

    public Repository? Repository(string owner, string name) =>
        Repositories.FirstOrDefault(repository =>
            repository.Owner.Login.Equals(owner, StringComparison.OrdinalIgnoreCase)
            && repository.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Team? Team(string organization, string slug) =>
        Teams.FirstOrDefault(team =>
            team.Organization.Login.Equals(organization, StringComparison.OrdinalIgnoreCase) && team.Slug == slug);

    public Account Add(string login, AccountType type = AccountType.User)
    {
        var account = new Account(NextId(), login, type);
        Accounts.Add(account);
        return account;
    }

    /// <summary>A team; its organisation is made where it does not exist.</summary>
    public Team AddTeam(string organization, string slug, params Account[] members)
    {
        var owner = Account(organization) ?? Add(organization, AccountType.Organization);
        var team = new Team(NextId(), owner, slug);
        foreach (var member in members)
            team.Members.Add(member);
        Teams.Add(team);
        return team;
    }

    /// <summary>An App with its bot account.</summary>
    public App AddApp(string slug, Account owner, string? publicKey = null)
    {
        var app = new App(NextId(), slug, Add($"{slug}[bot]", AccountType.Bot))
        {
            ClientId = $"Iv23fake{lastId}",
            Owner = owner,
            PublicKey = publicKey,
        };
        Apps.Add(app);
        return app;
    }

    public Repository AddRepository(Account owner, string name) => Keep(
        new Repository(NextId(), owner, name) { Objects = NewStore(), CreatedAt = Now });

    /// <summary>A copy under another account; it shares the objects and starts with the same branches.</summary>
    public Repository Fork(Repository parent, Account owner)
    {
        var fork = new Repository(NextId(), owner, parent.Name)
        {
            Objects = parent.Objects,
            Parent = parent,
            Private = parent.Private,
            DefaultBranch = parent.DefaultBranch,
            CreatedAt = Now,
        };
        foreach (var (name, id) in parent.Refs.Where(entry => entry.Key.StartsWith("refs/heads/", StringComparison.Ordinal)))
            fork.Refs[name] = id;
        foreach (var (account, role) in parent.Collaborators)
            fork.Collaborators[account] = role < Role.Read ? role : Role.Read;
        fork.Collaborators[owner] = Role.Admin;
        return Keep(fork);
    }

    /// <summary>The token of a workflow in a repository, as the Actions App.</summary>
    public Token WorkflowToken(Repository repository, Permissions permissions) => Keep(
        new Token("ghs_" + Random(), Actions.Bot)
        {
            App = Actions,
            Permissions = permissions,
            Repositories = [repository],
            Limit = 1000,
        });

    /// <summary>A person's own token.</summary>
    public Token PersonalToken(Account account, Permissions permissions) =>
        Keep(new Token("github_pat_" + Random(), account) { Permissions = permissions });

    public Token Keep(Token token)
    {
        Tokens.Add(token);
        return token;
    }

    public static string Random() => RandomNumberGenerator.GetHexString(36, lowercase: true);

    public void Dispose()
    {
        foreach (var store in stores)
            store.Dispose();
    }

    private Repository Keep(Repository repository)
    {
        Repositories.Add(repository);
        return repository;
    }

    private GitStore NewStore()
    {
        var store = new GitStore();
        stores.Add(store);
        return store;
    }
}
