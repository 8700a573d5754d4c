using ChangeSentinel.Changes;

namespace ChangeSentinel.Effects;

/// <summary>A check as it should be shown.</summary>
/// <param name="Title">At most 140 characters: what is needed, and from whom.</param>
/// <param name="Summary">GitHub-flavoured Markdown, at most 65,535 characters.</param>
public sealed record CheckReport(string Name, CheckState State, string Title, string Summary);

/// <summary>A label the policy asks for, with what a new one looks like.</summary>
/// <param name="Colour">Six hexadecimal digits, lower case, without #.</param>
/// <param name="Description">At most 100 characters: where it comes from.</param>
public sealed record LabelStyle(string Name, string Colour, string Description);

/// <summary>Something written to the forge; each can be repeated without harm.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <param name="Run">The check run to change; null for a new one.</param>
    public sealed record SetCheck(Sha Head, CheckReport Report, long? Run) : Effect;

    public sealed record CreateLabel(LabelStyle Label) : Effect;

    public sealed record AddLabels(IReadOnlyList<string> Names) : Effect;

    public sealed record RemoveLabel(string Name) : Effect;

    /// <param name="Comment">The comment to change; null for a new one.</param>
    public sealed record WriteComment(string Text, long? Comment) : Effect;
}
