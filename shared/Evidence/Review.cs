namespace ChangeSentinel.Evidence;

/// <summary>Tells AI that read a change from AI that wrote it: a finder or reviewer is no author.</summary>
internal static class Review
{
    private static readonly WordSet Reading = new(
        "review reviews reviewed reviewing reviewer find finds found finding spot spotted spotting "
        + "check checked checking audit audited auditing proofread proofreading research researching "
        + "investigate investigating debug debugging understand understanding search searching verify "
        + "verifying diagnose diagnosing explain explaining explore exploring brainstorm brainstorming "
        + "report reported discover discovered analyze analyse analyzing triage locate feedback "
        + "question questions confirm");

    private static readonly WordSet Writing = new(
        "write writes writing wrote written generate generated generating generation implement "
        + "implemented implementing implementation draft drafted drafting create created creating code "
        + "coding coded author authored fix fixed fixing refactor refactored refactoring tests docs "
        + "documentation produce produced port ported translate translated rewrite rewrote rewriting "
        + "build built everything add added make made develop developed scaffold scaffolding "
        + "boilerplate commit");

    public static bool IsWriting(ReadOnlySpan<char> word) => Writing.Contains(word);

    /// <summary>Whether a text speaks of reviewing, finding or understanding, and of no writing.</summary>
    public static bool IsAllThereIs(ReadOnlySpan<char> text)
    {
        var reads = false;
        foreach (var word in new Words(text))
        {
            if (Writing.Contains(word))
                return false;
            reads |= Reading.Contains(word);
        }

        return reads;
    }
}
