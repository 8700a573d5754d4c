namespace ChangeSentinel.Changes;

/// <summary>A comment in the conversation of a pull request.</summary>
/// <param name="Text">Markdown as written, hostile.</param>
/// <param name="Edited">True where it was changed after it was written; such a comment commands nothing.</param>
public sealed record Comment(long Id, Person Author, string Text, DateTimeOffset At, bool Edited);
