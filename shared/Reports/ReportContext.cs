namespace ChangeSentinel.Reports;

/// <summary>A command in the conversation that was not taken.</summary>
/// <param name="Author">The login, without @.</param>
/// <param name="Line">The line as written, hostile.</param>
/// <param name="Why">What is wrong and what would work, whole sentences.</param>
public sealed record Refusal(string Author, string Line, string Why);

/// <summary>What reports on a forge say beside the decision.</summary>
public sealed record ReportContext(ForgeLinks Links)
{
    /// <summary>
    /// True where a workflow's token writes the check, which any other workflow could do as well: the reports say so.
    /// </summary>
    public bool ByWorkflow { get; init; }

    /// <summary>Commands that were not taken, oldest first.</summary>
    public IReadOnlyList<Refusal> Refused { get; init; } = [];
}
