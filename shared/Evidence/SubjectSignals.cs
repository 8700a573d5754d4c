namespace ChangeSentinel.Evidence;

/// <summary>Reads what only a subject line says.</summary>
internal static class SubjectSignals
{
    // Aider wrote its own name first in 2023, and does with --attribute-commit-message-author: 667 commits.
    private const string AiderPrefix = "aider: ";

    public static void Of(ReadOnlySpan<char> subject, SignalList signals)
    {
        if (!subject.StartsWith(AiderPrefix, StringComparison.OrdinalIgnoreCase) || IsPackaging(subject))
            return;
        signals.Add("aider", SignalKind.Footer, SignalStrength.Weak, subject);
    }

    /// <summary>
    /// Distributions name the package first: `aider: 0.80.0 -> 0.81.0`, `aider: init at 0.80.0`.
    /// </summary>
    private static bool IsPackaging(ReadOnlySpan<char> subject) =>
        subject.Contains("->", StringComparison.Ordinal)
        || subject.Contains("init at", StringComparison.Ordinal);
}
