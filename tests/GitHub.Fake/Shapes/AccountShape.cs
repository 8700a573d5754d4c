using System.Globalization;
using System.Text;

namespace ChangeSentinel.Fake.Shapes;

/// <summary>Accounts, teams and Apps as the REST API shows them.</summary>
internal static class AccountShape
{
    private static readonly string[] Links =
    [
        "followers", "following{/other_user}", "gists{/gist_id}", "starred{/owner}{/repo}", "subscriptions", "orgs",
        "repos", "events{/privacy}", "received_events",
    ];

    /// <summary>GitHub's opaque id: the kind and the number.</summary>
    public static string NodeId(string kind, object id) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{id}")));

    public static JsonObject? Maybe(FakeGitHub gitHub, Account? account) =>
        account is null ? null : Simple(gitHub, account);

    /// <summary>The short form that stands inside every other object.</summary>
    public static JsonObject Simple(FakeGitHub gitHub, Account account)
    {
        var address = $"{gitHub.Api}/users/{account.Login}";
        var shape = new JsonObject
        {
            ["login"] = account.Login,
            ["id"] = account.Id,
            ["node_id"] = NodeId("User", account.Id),
            ["avatar_url"] = $"{gitHub.Url}/avatars/u/{account.Id}?v=4",
            ["gravatar_id"] = "",
            ["url"] = address,
            ["html_url"] = $"{gitHub.Url}/{account.Login}",
        };
        foreach (var link in Links)
        {
            var name = link.Split('{')[0];
            shape[(name == "orgs" ? "organizations" : name) + "_url"] = $"{address}/{link}";
        }

        shape["type"] = account.Type.ToString();
        shape["user_view_type"] = "public";
        shape["site_admin"] = false;
        return shape;
    }

    public static JsonObject Full(FakeGitHub gitHub, Account account)
    {
        var shape = Simple(gitHub, account);
        shape["name"] = account.Name;
        foreach (var unset in (string[])["company", "location", "email", "hireable", "bio"])
            shape[unset] = null;
        shape["blog"] = "";
        foreach (var count in (string[])["public_repos", "public_gists", "followers", "following"])
            shape[count] = 0;
        foreach (var time in (string[])["created_at", "updated_at"])
            shape[time] = "2020-01-01T00:00:00Z";
        return shape;
    }

    public static JsonObject Team(FakeGitHub gitHub, Team team)
    {
        var address = $"{gitHub.Api}/organizations/{team.Organization.Id}/team/{team.Id}";
        return new()
        {
            ["id"] = team.Id,
            ["node_id"] = NodeId("Team", team.Id),
            ["url"] = address,
            ["html_url"] = $"{gitHub.Url}/orgs/{team.Organization.Login}/teams/{team.Slug}",
            ["name"] = team.Slug,
            ["slug"] = team.Slug,
            ["description"] = "",
            ["privacy"] = "closed",
            ["notification_setting"] = "notifications_enabled",
            ["permission"] = "pull",
            ["members_url"] = address + "/members{/member}",
            ["repositories_url"] = address + "/repos",
            ["parent"] = null,
            ["members_count"] = team.Members.Count,
            ["repos_count"] = 0,
            ["created_at"] = "2020-01-01T00:00:00Z",
            ["updated_at"] = "2020-01-01T00:00:00Z",
        };
    }

    public static JsonObject App(FakeGitHub gitHub, App app) => new()
    {
        ["id"] = app.Id,
        ["slug"] = app.Slug,
        ["node_id"] = NodeId("App", app.Id),
        ["client_id"] = app.ClientId,
        ["owner"] = Simple(gitHub, app.Owner),
        ["name"] = app.Slug,
        ["description"] = "",
        ["external_url"] = gitHub.Url,
        ["html_url"] = $"{gitHub.Url}/apps/{app.Slug}",
        ["created_at"] = "2020-01-01T00:00:00Z",
        ["updated_at"] = "2020-01-01T00:00:00Z",
        ["permissions"] = new JsonObject(),
        ["events"] = new JsonArray(),
    };
}
