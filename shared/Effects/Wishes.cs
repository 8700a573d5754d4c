namespace ChangeSentinel.Effects;

/// <summary>When the sticky comment is written.</summary>
public enum CommentWish
{
    /// <summary>Only where something stands in the way; one that is there already is kept true.</summary>
    OnBlock,
    Always,

    /// <summary>Never; one that is there already is left alone.</summary>
    Off,
}

/// <summary>Which effects are ours to make.</summary>
/// <param name="WritesCheck">False where a bot alone writes the required name.</param>
public sealed record Wishes(CommentWish Comment, bool WritesCheck);
