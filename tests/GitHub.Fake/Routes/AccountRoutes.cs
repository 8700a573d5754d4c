namespace ChangeSentinel.Fake.Routes;

/// <summary>Accounts, teams, and what is left of the hour.</summary>
internal static class AccountRoutes
{
    public static void Add(RouteTable routes)
    {
        routes.Get("/user", call => call.Token switch
        {
            null => throw new RefusedException(401, "Requires authentication"),
            { App: not null } => throw RefusedException.NotByIntegration(),
            var token => Answer.Ok(AccountShape.Full(call.GitHub, token.Actor)),
        });
        routes.Get("/users/{login}", call => call.GitHub.State.Account(call["login"]) is { } account
            ? Answer.Ok(AccountShape.Full(call.GitHub, account)) : throw RefusedException.NotFound());
        routes.Get("/orgs/{org}/teams/{slug}", call => Answer.Ok(AccountShape.Team(call.GitHub, FindTeam(call))));
        routes.Get("/orgs/{org}/teams/{slug}/members", call => Answer.List(
            call, [.. FindTeam(call).Members], member => AccountShape.Simple(call.GitHub, member)));
        routes.Get("/rate_limit", ShowLimits);
    }

    private static Team FindTeam(Call call)
    {
        var organization = call.GitHub.State.Account(call["org"]);
        if (organization is null)
            throw RefusedException.NotFound();
        Rights.DemandMembers(call.Token, organization);
        return call.GitHub.State.Team(call["org"], call["slug"]) ?? throw RefusedException.NotFound();
    }

    private static Answer ShowLimits(Call call)
    {
        JsonObject One() => new()
        {
            ["limit"] = call.Token?.Limit ?? 60,
            ["used"] = call.Token?.Used ?? 0,
            ["remaining"] = (call.Token?.Limit ?? 60) - (call.Token?.Used ?? 0),
            ["reset"] = call.GitHub.State.Now.AddHours(1).ToUnixTimeSeconds(),
        };
        return Answer.Ok(new JsonObject
        {
            ["resources"] = new JsonObject { ["core"] = One(), ["graphql"] = One(), ["search"] = One() },
            ["rate"] = One(),
        });
    }
}
