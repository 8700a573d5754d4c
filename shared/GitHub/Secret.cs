namespace ChangeSentinel.GitHub;

/// <summary>A token or key; it prints as stars, and only the request that needs it reveals it.</summary>
public sealed class Secret
{
    private readonly string text;

    public Secret(string text) => this.text = text;

    /// <summary>The secret itself: for headers and signatures alone.</summary>
    public string Reveal() => text;

    public override string ToString() => "***";
}
