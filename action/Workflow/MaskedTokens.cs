using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Tokens that the runner is told to hide, before anybody uses them.</summary>
internal sealed class MaskedTokens(ITokenSource tokens, RunnerLog log) : ITokenSource
{
    public async ValueTask<Secret> Current(CancellationToken cancellationToken)
    {
        var token = await tokens.Current(cancellationToken);
        log.Mask(token);
        return token;
    }
}
