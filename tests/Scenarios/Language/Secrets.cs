namespace ChangeSentinel.Scenarios.Language;

/// <summary>No run may show a secret, whatever its story is about.</summary>
internal static class Secrets
{
    private const string Mask = "::add-mask::";

    public static void AreNowhere(World world, Run run, Token token)
    {
        var shop = world.Shop;
        string[] seen =
        [
            .. run.Output.Split('\n').Where(line => !line.StartsWith(Mask, StringComparison.Ordinal)),
            run.Errors,
            run.Summary,
            .. run.Outputs.Values,
            run.Outputs.TryGetValue("report", out var report) && File.Exists(report) ? File.ReadAllText(report) : "",
            .. shop.CheckRuns.Select(check => $"{check.Title}\n{check.Summary}\n{check.Text}"),
            .. shop.Pulls.SelectMany(pull => pull.Comments).Select(comment => comment.Body),
            .. world.Bot.Signals.Select(signal => signal.Body.GetRawText()),
        ];
        string[] secrets =
        [
            token.Text,
            world.GitHub.Oidc.RequestToken,
            .. run.Requests.Select(request => request.Authorization.Split(' ')[^1]).Distinct(StringComparer.Ordinal),
            .. world.Canaries,
            .. world.Inputs.Where(input => input.Key.EndsWith("token", StringComparison.Ordinal)).Select(input => input.Value),
        ];

        foreach (var secret in secrets.Where(secret => secret.Length > 0))
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.Ordinal));
    }
}
