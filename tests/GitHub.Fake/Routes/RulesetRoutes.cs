namespace ChangeSentinel.Fake.Routes;

/// <summary>Rulesets: everybody reads the rules, those who may write them see who is let past.</summary>
internal static class RulesetRoutes
{
    private const string Root = "/repos/{owner}/{repo}";

    public static void Add(RouteTable routes)
    {
        routes.Get(Root + "/rules/branches/{*branch}", ListRules);
        routes.Get(Root + "/rulesets", call =>
        {
            var repository = call.Repository(Access.Read, Scope.Metadata);
            return Answer.List(call, [.. repository.Rulesets], one => Summary(call.GitHub, repository, one));
        });
        routes.Get(Root + "/rulesets/{id}", ShowRuleset);
    }

    private static Answer ListRules(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Metadata);
        var rules = from set in repository.Rulesets
                    where set.Enforcement == "active" && set.Covers(repository, call["branch"])
                    from rule in set.Rules
                    select (set, rule);
        return Answer.List(call, [.. rules], one =>
        {
            var shape = (JsonObject)one.rule.DeepClone();
            shape["ruleset_source_type"] = "Repository";
            shape["ruleset_source"] = repository.FullName;
            shape["ruleset_id"] = one.set.Id;
            return shape;
        });
    }

    private static Answer ShowRuleset(Call call)
    {
        var repository = call.Repository(Access.Read, Scope.Metadata);
        var id = call.Id("id");
        var ruleset = repository.Rulesets.FirstOrDefault(one => one.Id == id) ?? throw RefusedException.NotFound();
        var shape = Summary(call.GitHub, repository, ruleset);
        shape["conditions"] = new JsonObject
        {
            ["ref_name"] = new JsonObject
            {
                ["include"] = Json.Array(ruleset.Includes.Select(include => JsonValue.Create(include))),
                ["exclude"] = new JsonArray(),
            },
        };
        shape["rules"] = Json.Array(ruleset.Rules.Select(rule => rule.DeepClone()));
        if (call.Token?.Permissions[Scope.Administration] == Access.Write)
            shape["bypass_actors"] = Json.Array(ruleset.BypassActors.Select(actor => actor.DeepClone()));
        return Answer.Ok(shape);
    }

    private static JsonObject Summary(FakeGitHub gitHub, Repository repository, Ruleset ruleset) => new()
    {
        ["id"] = ruleset.Id,
        ["name"] = ruleset.Name,
        ["target"] = "branch",
        ["source_type"] = "Repository",
        ["source"] = repository.FullName,
        ["enforcement"] = ruleset.Enforcement,
        ["node_id"] = AccountShape.NodeId("RRS", ruleset.Id),
        ["_links"] = new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = $"{RepositoryShape.Address(gitHub, repository)}/rulesets/{ruleset.Id}" },
        },
        ["created_at"] = Json.Time(repository.CreatedAt),
        ["updated_at"] = Json.Time(repository.CreatedAt),
    };
}
