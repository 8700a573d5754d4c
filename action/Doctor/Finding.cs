namespace ChangeSentinel.Action.Doctor;

/// <summary>How something that was looked at stands.</summary>
internal enum Health
{
    Fine,

    /// <summary>Something to do; the advice says what.</summary>
    ToFix,

    /// <summary>The token may not see it; it is never taken for fine.</summary>
    Unseen,
}

/// <summary>One line of the examination.</summary>
/// <param name="Topic">One or two words: `token`, `ruleset`.</param>
/// <param name="Text">What was found, a whole sentence.</param>
/// <param name="Advice">What to do, a whole sentence; null where nothing is.</param>
internal sealed record Finding(Health Health, string Topic, string Text, string? Advice)
{
    public static Finding Fine(string topic, string text) => new(Health.Fine, topic, text, null);

    public static Finding ToFix(string topic, string text, string advice) => new(Health.ToFix, topic, text, advice);

    public static Finding Unseen(string topic, string text, string advice) => new(Health.Unseen, topic, text, advice);
}
