namespace ChangeSentinel.GitHub;

/// <summary>An account as GitHub shows it beside what it did.</summary>
/// <param name="Type">`User`, `Bot`, `Organization` or `Mannequin`.</param>
internal sealed record AccountReply(long? Id = null, string? Login = null, string? Type = null);
