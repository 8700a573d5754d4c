using System.Globalization;

namespace ChangeSentinel.Benchmarks;

/// <summary>The measured goals as the table of this folder's README.</summary>
internal static class GoalTable
{
    private const string Start = "<!-- table -->\n";

    /// <summary>Replaces all that stands behind the table's mark.</summary>
    public static void Write(IReadOnlyList<Goal> goals, string root)
    {
        var file = Path.Combine(root, "tests", "Benchmarks", "README.md");
        var text = File.ReadAllText(file);
        var kept = text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)];
        File.WriteAllText(file, $"{kept}| what | measured | at most | |\n|---|---:|---:|---|\n{string.Concat(goals.Select(Row))}");
    }

    private static string Row(Goal goal) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {goal.What} | {goal.Measured:N2} | {goal.AtMost:N2} | {(goal.Met ? "" : "missed")} |\n");
}
