namespace ChangeSentinel.Risks;

/// <summary>
/// Finds limits of existing things that change: timeouts, pools, retries, parallel work, memory.
/// </summary>
internal static class ResourceHazards
{
    private const int LongestAddition = 12;
    private const int MostPerLine = 20;

    private static readonly HashSet<string> Holders = new(
        [
            "resources", "limits", "requests", "timeouts", "retry", "retries", "pool", "deploy",
            "reservations", "ratelimit", "threads", "hikari", "ulimits",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || view.IsNew || view.IsGone || !ReadLimits.Reads(view.Extension)
            || Workflow.IsBuild(view.Path) || view.Name is "package.json")
            return;
        foreach (var hunk in view.Hunks)
        {
            var (before, after) = (Limits(view, hunk.Old), Limits(view, hunk.New));
            var (old, head) = (ByRun(before), ByRun(after));
            foreach (var (limit, at, line) in after)
                Added(hunk, (limit, at, line), old.GetValueOrDefault((line.Run, limit.Name)), found);
            foreach (var (limit, at, line) in before)
            {
                if (!head.ContainsKey((line.Run, limit.Name)))
                    Removed(hunk, (limit, at, line), found);
            }
        }
    }

    /// <summary>The limits that changed lines of one side set.</summary>
    private static List<(Limit Limit, int At, CodeLine Line)> Limits(CodeView view, CodeSide side)
    {
        List<(Limit, int, CodeLine)> limits = [];
        for (var at = 0; at < side.Lines.Count; at++)
        {
            if (side.Lines[at].Changed)
                limits.AddRange(ReadLimits.In(view, side, at).Take(MostPerLine)
                    .Select(limit => (limit, at, side.Lines[at])));
        }

        return limits;
    }

    private static Dictionary<(int Run, string Name),
        string> ByRun(List<(Limit Limit, int At, CodeLine Line)> limits)
    {
        Dictionary<(int, string), string> values = [];
        foreach (var (limit, _, line) in limits)
            values.TryAdd((line.Run, limit.Name), limit.Value);
        return values;
    }

    private static void Added(
        CodeHunk hunk, (Limit Limit, int At, CodeLine Line) now, string? before, FoundHazards found)
    {
        var limit = now.Limit;
        if (before is null ? IsCounter(limit) || IsNewThing(hunk, now.At) : before == limit.Value)
            return;
        found.Add(HazardKind.ResourceLimit, now.Line, before is null
            ? $"{limit.Name} gets a limit of its own: {limit.Value.Cut(40)}"
            : $"{limit.Name} goes from {before.Cut(40)} to {limit.Value.Cut(40)}");
    }

    private static void Removed(CodeHunk hunk, (Limit Limit, int At, CodeLine Line) was, FoundHazards found)
    {
        var limit = was.Limit;
        if (!IsCounter(limit) && !IsWithin(hunk.Old, was.At) && was.Line.Indent > 0)
            found.Add(HazardKind.ResourceLimit, was.Line,
                $"{limit.Name} no longer has the limit {limit.Value.Cut(40)}");
    }

    /// <summary>Whether a variable that counts tries begins, rather than a limit.</summary>
    private static bool IsCounter(Limit limit) => limit.Value.Trim() is "0"
        || (limit.Value.Trim() is "1" or "null" or "None" or "nil"
            && Identifiers.Words(limit.Name).Count == 1);

    /// <summary>
    /// Whether the limit belongs to something the change adds; then there was nothing to change.
    /// </summary>
    private static bool IsNewThing(CodeHunk hunk, int at)
    {
        var line = hunk.New.Lines[at];
        var isAddition = !hunk.Old.Beside(line).Any();
        if (!isAddition)
            return false;
        return IsWithin(hunk.New, at) || hunk.New.Beside(line).Count() > LongestAddition
            || (hunk.New.Lines[at].Code.Has("def ") || hunk.New.Lines[at].Code.Has("func ")
                || hunk.New.Lines[at].Code.Has("function "));
    }

    /// <summary>Whether the thing that encloses the limit is added or removed with it.</summary>
    private static bool IsWithin(CodeSide side, int at)
    {
        foreach (var parent in side.Parents(at))
        {
            if (parent.Changed && Holders.Contains(Setting.In(parent.Code)?.Key ?? ""))
                continue;
            return parent.Changed;
        }

        return false;
    }
}
