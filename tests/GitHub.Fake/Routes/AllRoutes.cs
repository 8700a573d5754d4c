namespace ChangeSentinel.Fake.Routes;

/// <summary>The REST API: one file for each resource.</summary>
internal static class AllRoutes
{
    public static RouteTable Table()
    {
        var routes = new RouteTable();
        RepositoryRoutes.Add(routes);
        PullRoutes.Add(routes);
        CommentRoutes.Add(routes);
        LabelRoutes.Add(routes);
        GitRoutes.Add(routes);
        CommitRoutes.Add(routes);
        CheckRoutes.Add(routes);
        StatusRoutes.Add(routes);
        ContentRoutes.Add(routes);
        BranchRoutes.Add(routes);
        RulesetRoutes.Add(routes);
        AccountRoutes.Add(routes);
        AppRoutes.Add(routes);
        return routes;
    }
}
