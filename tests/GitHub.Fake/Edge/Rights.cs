namespace ChangeSentinel.Fake.Edge;

/// <summary>What a token may see and do.</summary>
internal static class Rights
{
    /// <summary>Whether the repository exists for this token.</summary>
    public static bool Sees(Token? token, Repository repository)
    {
        if (!repository.Private)
            return true;
        if (token is null || token.IsApp)
            return false;
        if (token.Repositories is { } reached)
            return reached.Contains(repository);
        return repository.RoleOf(token.Actor) > Role.None;
    }

    /// <exception cref="RefusedException">The token lacks every one of the scopes at this access.</exception>
    public static void Demand(Token? token, Repository repository, Access access, Scope[] scopes)
    {
        // What is public is read without any right, but for what only insiders see.
        if (access == Access.Read && !repository.Private && !scopes.Contains(Scope.Administration))
            return;
        if (token is null)
            throw new RefusedException(401, "Requires authentication");
        if (token.Repositories is { } reached && !reached.Contains(repository))
            throw Missing(token);
        if (!scopes.Any(scope => token.Permissions[scope] >= access))
            throw Missing(token);
        if (token.App is null && repository.RoleOf(token.Actor) < Needed(access, scopes))
            throw new RefusedException(403, "Must have push access to repository");
    }

    /// <exception cref="RefusedException">The token may not read the organisation's teams.</exception>
    public static void DemandMembers(Token? token, Account organization)
    {
        if (token is null || token.Permissions[Scope.Members] < Access.Read)
            throw token?.App is null ? RefusedException.NotFound() : RefusedException.NotByIntegration();
        if (token.Repositories is { Count: > 0 } reached && reached.All(repository => repository.Owner != organization))
            throw RefusedException.NotFound();
    }

    private static Role Needed(Access access, Scope[] scopes) =>
        scopes.Contains(Scope.Administration) ? Role.Admin
        : access == Access.Write ? (scopes.Contains(Scope.Issues) ? Role.Triage : Role.Write)
        : Role.Read;

    private static RefusedException Missing(Token token) =>
        token.App is null ? new RefusedException(403, "Resource not accessible by personal access token")
        : RefusedException.NotByIntegration();
}
