using ChangeSentinel.Decisions;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Reports;

/// <summary>A warning beside a file, as plain text: whoever prints it escapes it for its place.</summary>
/// <param name="Line">From one, at the head; null for the file as a whole.</param>
public sealed record Annotation(string File, int? Line, string Title, string Message);

/// <summary>What stands beside the lines of a change: its hazards.</summary>
public static class Annotations
{
    /// <summary>A forge shows ten of a step, and no more than fifty of a run.</summary>
    /// <seealso href="https://docs.github.com/rest/checks/runs#update-a-check-run"/>
    public const int Most = 50;

    /// <summary>In the order of the hazards; what is too many is in the other reports.</summary>
    public static IReadOnlyList<Annotation> Of(Decision decision) =>
        [.. decision.Assessment?.Risk.Hazards.Take(Most).Select(Of) ?? []];

    /// <summary>A removed line is not at the head, so the file as a whole is marked.</summary>
    private static Annotation Of(Hazard hazard) => new(
        hazard.File,
        hazard.Removed ? null : hazard.Line,
        $"ChangeSentinel: {hazard.Kind.Name()}",
        hazard.Removed
            ? $"{VisibleText.Of(hazard.Why)}. Line {hazard.Line} was removed: {VisibleText.Of(hazard.Quote)}"
            : $"{VisibleText.Of(hazard.Why)}.");
}
