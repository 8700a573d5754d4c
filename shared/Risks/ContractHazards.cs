namespace ChangeSentinel.Risks;

/// <summary>Finds what breaks an old client or a stored message: protobuf, GraphQL, OpenAPI.</summary>
internal static class ContractHazards
{
    public static void In(CodeView view, FoundHazards found)
    {
        var isOpenApi = OpenApiText.IsOne(view);
        if (view.Role is FileRole.Test || (view.Role is FileRole.Documentation && !isOpenApi))
            return;
        if (view.IsGone && (isOpenApi || view.Extension is "proto" or "graphql" or "graphqls" or "gql"))
        {
            if (view.Hunks[0].Old.Lines.FirstOrDefault(line => line.Removed) is { Line.OldNumber: > 0 } first)
                found.Add(HazardKind.ContractBreak, first, $"the whole contract {view.Name} is removed");
            return;
        }

        foreach (var hunk in view.Hunks)
        {
            if (view.Extension is "proto")
                Protobuf.In(view, hunk, found);
            else if (view.Extension is "graphql" or "graphqls" or "gql")
                GraphQl.In(view, hunk, found);
            else if (isOpenApi)
                OpenApi.In(view, hunk, found);
        }
    }
}
