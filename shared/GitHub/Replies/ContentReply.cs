namespace ChangeSentinel.GitHub;

/// <summary>A blob, or a file of a repository.</summary>
/// <param name="Encoding">`base64`; `none` where it is too large to be shown.</param>
/// <param name="Content">With line ends within.</param>
internal sealed record ContentReply(string? Encoding = null, string? Content = null);
