namespace ChangeSentinel.Evidence;

/// <summary>How sure a signal is, never how much it matters.</summary>
public enum SignalStrength
{
    Weak,
    Strong,
    Certain,
}

/// <summary>What kind of mark a signal is.</summary>
public enum SignalKind
{
    /// <summary>The author, committer or opener is an account of an agent.</summary>
    Account,

    /// <summary>A commit trailer names an agent as co-author.</summary>
    CoAuthor,

    /// <summary>A disclosure trailer: `Assisted-by`, `Generated-by` and their like.</summary>
    Disclosure,

    /// <summary>A footer an agent writes: "Generated with …".</summary>
    Footer,

    /// <summary>A link to, or the id of, an agent's session.</summary>
    Session,

    Branch,

    /// <summary>A mark in the description that a vendor's agent writes.</summary>
    Description,

    /// <summary>A ticked box that says whether AI was used.</summary>
    Declaration,

    /// <summary>A sentence that says AI was used.</summary>
    Prose,

    /// <summary>A git-ai note with AI lines, or an Agent Trace record.</summary>
    Attestation,

    /// <summary>A marker of the policy's own.</summary>
    Marker,

    /// <summary>An explicit statement that no AI was used.</summary>
    Negative,
}

/// <summary>One mark of who wrote a change.</summary>
/// <param name="Tool">The agent's name as people know it; "AI" where the mark names none.</param>
/// <param name="Quote">The exact text, at most 200 characters.</param>
public sealed record Signal(string Tool, SignalKind Kind, SignalStrength Strength, string Quote)
{
    /// <summary>Where it stands: `commit 4be1c0d`, `description`, `branch`.</summary>
    public string Where { get; init; } = "";

    /// <summary>True where an agent itself acted, rather than helped a person.</summary>
    public bool ByAgent { get; init; }
}
