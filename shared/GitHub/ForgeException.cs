namespace ChangeSentinel.GitHub;

/// <summary>Why GitHub did not do what was asked.</summary>
public enum ForgeFailure
{
    /// <summary>401: the token is wrong, expired or missing.</summary>
    Unauthorized,

    /// <summary>403 without a limit: the token may not do this.</summary>
    Forbidden,
    NotFound,

    /// <summary>422 or 400: the request itself is refused.</summary>
    Refused,

    /// <summary>409: it changed meanwhile.</summary>
    Conflict,

    /// <summary>A primary or secondary limit that outlasts the budget.</summary>
    Limited,

    /// <summary>5xx, a broken connection, silence or an unreadable answer that outlasts the budget.</summary>
    Unavailable,

    /// <summary>An answer larger than is read.</summary>
    TooLarge,
}

/// <summary>GitHub did not answer as promised; the message is a whole sentence without secrets.</summary>
public sealed class ForgeException : Exception
{
    public ForgeException()
    {
    }

    public ForgeException(string message)
        : base(message)
    {
    }

    public ForgeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ForgeException(ForgeFailure failure, string message)
        : base(message) => Failure = failure;

    public ForgeException(ForgeFailure failure, string message, Exception innerException)
        : base(message, innerException) => Failure = failure;

    public ForgeFailure Failure { get; } = ForgeFailure.Unavailable;
}
