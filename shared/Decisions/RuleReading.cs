namespace ChangeSentinel.Decisions;

/// <summary>Whether a rule holds for a change, and why.</summary>
internal abstract record RuleReading
{
    private RuleReading()
    {
    }

    /// <param name="Because">Clauses in the order: AI, tier, author, paths, services, hazards; never
    /// empty.</param>
    public sealed record Holds(IReadOnlyList<string> Because) : RuleReading;

    /// <param name="Why">The first condition that does not hold, a clause.</param>
    public sealed record Fails(string Why) : RuleReading;
}
