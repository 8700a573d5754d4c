namespace ChangeSentinel.Changes;

/// <summary>A `Key: value` line of a commit message, wherever in the message it stands.</summary>
/// <param name="Key">As written, without the colon.</param>
/// <param name="Value">As written, trimmed.</param>
/// <param name="Line">The line within the message, from one.</param>
public sealed record Trailer(string Key, string Value, int Line);
