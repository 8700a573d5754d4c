namespace ChangeSentinel.GitHub;

/// <summary>Where the token of a request comes from; asked again for every try.</summary>
public interface ITokenSource
{
    /// <exception cref="ForgeException">There is none to be had.</exception>
    ValueTask<Secret> Current(CancellationToken cancellationToken);
}

/// <summary>A token that was given and stays: a workflow's or a person's.</summary>
public sealed class FixedToken(Secret token) : ITokenSource
{
    public ValueTask<Secret> Current(CancellationToken cancellationToken) => new(token);
}
