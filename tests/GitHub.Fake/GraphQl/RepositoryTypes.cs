using static ChangeSentinel.Fake.GraphQl.Schema;

namespace ChangeSentinel.Fake.GraphQl;

/// <summary>Repositories, refs, labels and pages.</summary>
internal static class RepositoryTypes
{
    public static IReadOnlyList<GraphType> All { get; } = [Repository(), Ref(), Label(), PageInfo(), Pages("LabelConnection", "Label")];

    private static GraphType Repository() => new("Repository", new Dictionary<string, GraphField>
    {
        ["id"] = Scalar<Repository>(one => AccountShape.NodeId("Repository", one.Id)),
        ["databaseId"] = Scalar<Repository>(one => one.Id),
        ["name"] = Scalar<Repository>(one => one.Name),
        ["nameWithOwner"] = Scalar<Repository>(one => one.FullName),
        ["isPrivate"] = Scalar<Repository>(one => one.Private),
        ["isFork"] = Scalar<Repository>(one => one.Parent is not null),
        ["url"] = new(null, (call, source) => $"{call.GitHub.Url}/{((Repository)source).FullName}"),
        ["owner"] = Object<Repository>("Actor", (_, one) => one.Owner),
        ["defaultBranchRef"] = Object<Repository>("Ref", (call, one) => FindRef(call, one, "refs/heads/" + one.DefaultBranch)),
        ["ref"] = Object<Repository>("Ref", (call, one) => FindRef(call, one, call.Text("qualifiedName")!), "qualifiedName!"),
        ["object"] = Object<Repository>("GitObject", FindObject, "expression", "oid"),
        ["label"] = Object<Repository>("Label", FindLabel, "name!"),
        ["labels"] = Page<Repository>("LabelConnection", (_, one) => one.Labels),
        ["pullRequest"] = Object<Repository>("PullRequest", FindPull, "number!"),
        ["mergeQueue"] = Object<Repository>("MergeQueue", FindQueue, "branch"),
    });

    private static GraphType Ref() => new("Ref", new Dictionary<string, GraphField>
    {
        ["id"] = Scalar<Named>(one => AccountShape.NodeId("Ref", one.Name)),
        ["name"] = Scalar<Named>(one => one.Name.Split('/', 3)[2]),
        ["prefix"] = Scalar<Named>(one => string.Join('/', one.Name.Split('/', 3)[..2]) + "/"),
        ["target"] = Object<Named>("GitObject", (_, one) => new Stored(one.Repository, one.Repository.Objects.Find(one.Target)!, "")),
    });

    private static GraphType Label() => new("Label", new Dictionary<string, GraphField>
    {
        ["id"] = Scalar<Label>(one => AccountShape.NodeId("Label", one.Id)),
        ["name"] = Scalar<Label>(one => one.Name),
        ["color"] = Scalar<Label>(one => one.Color),
        ["description"] = Scalar<Label>(one => one.Description),
    });

    private static GraphType PageInfo() => new("PageInfo", new Dictionary<string, GraphField>
    {
        ["hasNextPage"] = Scalar<Connection>(page => page.HasNext),
        ["hasPreviousPage"] = Scalar<Connection>(page => page.Start > 0),
        ["endCursor"] = Scalar<Connection>(page => page.EndCursor),
        ["startCursor"] = Scalar<Connection>(page => page.Nodes.Any() ? $"{page.Start}" : null),
    });

    private static Named? FindRef(GraphCall call, Repository repository, string name)
    {
        call.Demand(repository, Scope.Contents);
        foreach (var prefix in (string[])["", "refs/heads/", "refs/tags/"])
        {
            if (repository.Refs.TryGetValue(prefix + name, out var target))
                return new(repository, prefix + name, target);
        }

        return null;
    }

    /// <summary>By id, or by an expression: `REVISION` or `REVISION:PATH`; null where there is none.</summary>
    private static Stored? FindObject(GraphCall call, Repository repository)
    {
        call.Demand(repository, Scope.Contents);
        if (call.Text("oid") is { } oid)
            return repository.Objects.Find(oid) is { } exact ? new(repository, exact, "") : null;
        if (call.Text("expression") is not { } expression)
            throw new GraphQlException("INVALID", "Provide an oid or an expression.");

        var colon = expression.IndexOf(':', StringComparison.Ordinal);
        var start = repository.Resolve(colon < 0 ? expression : expression[..colon]);
        if (start is null)
            return null;
        var path = colon < 0 ? "" : expression[(colon + 1)..];
        var found = repository.Objects.Find(colon < 0 ? start : $"{start}:{path}");
        return found is null ? null : new(repository, found, path);
    }

    private static Label? FindLabel(GraphCall call, Repository repository) => repository.Label(call.Text("name")!);

    private static PullRequest FindPull(GraphCall call, Repository repository)
    {
        call.Demand(repository, Scope.PullRequests);
        var number = call.Number("number") ?? 0;
        return repository.Pull(number)
            ?? throw new GraphQlException("NOT_FOUND", $"Could not resolve to a PullRequest with the number of {number}.");
    }

    private static Queue? FindQueue(GraphCall call, Repository repository)
    {
        call.Demand(repository, Scope.MergeQueues);
        var branch = call.Text("branch") ?? repository.DefaultBranch;
        return repository.MergeQueues.TryGetValue(branch, out var entries) ? new(repository, branch, entries) : null;
    }
}
