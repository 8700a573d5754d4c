namespace ChangeSentinel.GitHub;

/// <summary>
/// The identity of a workflow's job, signed by GitHub for one audience
/// (https://docs.github.com/en/actions/reference/security/oidc).
/// </summary>
public sealed class OidcToken : ITokenSource
{
    private const string AddressVariable = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private const string TokenVariable = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    private readonly Func<string, string?> variable;
    private readonly string audience;
    private readonly GitHubConnection connection;
    private readonly TimeProvider clock;

    /// <param name="audience">Who the token is for: the bot's own address.</param>
    /// <param name="connection">Its roots and budget hold; its addresses and tokens are not used.</param>
    public OidcToken(
        Func<string, string?> variable, string audience, GitHubConnection connection, TimeProvider clock)
    {
        this.variable = variable;
        this.audience = audience;
        this.connection = connection;
        this.clock = clock;
    }

    public async ValueTask<Secret> Current(CancellationToken cancellationToken)
    {
        var token = variable(TokenVariable);
        if (variable(AddressVariable) is not { Length: > 0 } text || string.IsNullOrEmpty(token))
            throw new ForgeException(
                ForgeFailure.Forbidden,
                "The job may not ask GitHub for an identity token, which the bot needs to know it by; add "
                + "'permissions: id-token: write' to the job (a pull request from a fork never gets it under "
                + "the event pull_request).");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !ReadAddress.IsSafe(address)
            || address.UserInfo.Length > 0 || address.Query.Length == 0)
            throw new ForgeException(
                ForgeFailure.Refused,
                $"{AddressVariable} is no https address with a query, so the job's token is not sent there; "
                + "it is set by the runner and must reach this step unchanged.");

        using var service = new GitHubApi(
            connection with { Root = address, Tokens = new FixedToken(new(token)) }, clock);
        var reply = await service.GetAt(
            new($"{address.GetLeftPart(UriPartial.Query)}&audience={Uri.EscapeDataString(audience)}"),
            TokenRepliesContext.Default.IdentityTokenReply,
            cancellationToken);
        return new(reply.Value);
    }
}
