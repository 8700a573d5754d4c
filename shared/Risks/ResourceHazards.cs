namespace ChangeSentinel.Risks;

/// <summary>Finds limits of existing things that change: timeouts, pools, retries, parallel work, memory.</summary>
internal static class ResourceHazards
{
    private const int LongestAddition = 12;

    private static readonly HashSet<string> Holders = new(
        [
            "resources", "limits", "requests", "timeouts", "retry", "retries", "pool", "deploy", "reservations",
            "ratelimit", "threads", "hikari", "ulimits",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || view.IsNew || view.IsGone || !ReadLimits.Reads(view.Extension)
            || Workflow.IsBuild(view.Path) || view.Name is "package.json")
            return;
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.New.Lines.Count; at++)
            {
                if (hunk.New.Lines[at].Added)
                    Added(view, hunk, at, found);
            }

            for (var at = 0; at < hunk.Old.Lines.Count; at++)
            {
                if (hunk.Old.Lines[at].Removed)
                    Removed(view, hunk, at, found);
            }
        }
    }

    private static void Added(CodeView view, CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.New.Lines[at];
        foreach (var limit in ReadLimits.In(view, hunk.New, at))
        {
            var before = Same(view, hunk.Old, line, limit);
            if (before is null ? IsCounter(limit) || IsNewThing(hunk, at) : before == limit.Value)
                continue;
            found.Add(HazardKind.ResourceLimit, line, before is null
                ? $"{limit.Name} gets a limit of its own: {limit.Value.Cut(40)}"
                : $"{limit.Name} goes from {before.Cut(40)} to {limit.Value.Cut(40)}");
        }
    }

    private static void Removed(CodeView view, CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.Old.Lines[at];
        foreach (var limit in ReadLimits.In(view, hunk.Old, at))
        {
            if (Same(view, hunk.New, line, limit) is null && !IsCounter(limit) && !IsWithin(hunk.Old, at)
                && line.Indent > 0)
                found.Add(HazardKind.ResourceLimit, line, $"{limit.Name} no longer has the limit {limit.Value.Cut(40)}");
        }
    }

    /// <summary>The value the other side gives the same limit nearby; null where it gives none.</summary>
    private static string? Same(CodeView view, CodeSide other, CodeLine line, Limit limit)
    {
        foreach (var near in other.Beside(line))
        {
            foreach (var one in ReadLimits.In(view, other, other.From(near.At)))
            {
                if (one.Name == limit.Name)
                    return one.Value;
            }
        }

        return null;
    }

    private static bool IsCounter(Limit limit) => limit.Value.Trim() is "0" or "1" or "null" or "None" or "nil";

    /// <summary>Whether the limit belongs to something the change adds; then there was nothing to change.</summary>
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
