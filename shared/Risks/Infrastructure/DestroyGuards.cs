using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>
/// Finds guards against destruction that are switched off or taken away, in any language of infrastructure.
/// </summary>
internal static class DestroyGuards
{
    private static readonly HashSet<string> Forces = new(
        [
            "forcedestroy", "skipfinalsnapshot", "forcedelete", "autodeleteobjects", "deleteautomatedbackups",
            "emptyondelete", "deletecontentsondestroy", "forcedetachpolicies",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Protections = new(
        [
            "preventdestroy", "deletionprotection", "deletionprotectionenabled", "enabledeletionprotection",
            "disableapitermination", "terminationprotection", "enableterminationprotection",
            "purgeprotectionenabled", "preventdeletionifcontainsresources", "retainondelete", "protect",
            "deletionprotectionmode", "enabledeletionprotectiononloadbalancer",
            "terminationprotectionenabled", "softdeleteenabled",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> ZeroMeansGone = new(
        ["backupretentionperiod", "recoverywindowindays", "snapshotretentionlimit",
            "automatedsnapshotretentionperiod"],
        StringComparer.Ordinal);

    /// <summary>What a line must hold to be looked at.</summary>
    public static string[] Marks { get; } =
        ["destroy", "finalsnap", "final_snap", "force", "delet", "empty", "protect", "terminat", "period",
            "recovery", "retain",
         "snapshot"];

    private static readonly SearchValues<string> AnyMark =
        SearchValues.Create(Marks, StringComparison.OrdinalIgnoreCase);

    public static void In(CodeView view, FoundHazards found)
    {
        foreach (var hunk in view.Hunks)
        {
            foreach (var line in hunk.New.Lines.Where(line => line.Added))
                Added(line, found);
            for (var at = 0; at < hunk.Old.Lines.Count; at++)
            {
                if (hunk.Old.Lines[at].Removed)
                    Removed(view, hunk, at, found);
            }
        }
    }

    private static bool MayStandIn(CodeLine line) => line.Code.AsSpan().ContainsAny(AnyMark);

    private static void Added(CodeLine line, FoundHazards found)
    {
        if (!MayStandIn(line) || Setting.In(line.Code) is not { } setting)
            return;
        var plain = setting.Plain;
        if (Forces.Contains(plain) && setting.IsTrue)
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"{setting.Key} destroys the object together with its contents");
        else if (Protections.Contains(plain) && setting.IsFalse)
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"without {setting.Key} the object can be destroyed by an apply");
        else if (ZeroMeansGone.Contains(plain) && setting.Value is "0")
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"{setting.Key} of 0 leaves no copy to come back to");
        else if (setting.Key is "destroy" && setting.IsTrue)
            found.Add(HazardKind.InfrastructureDestroy, line,
                "destroy = true deletes the object that leaves the state");
    }

    private static void Removed(CodeView view, CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.Old.Lines[at];
        if (!MayStandIn(line) || Setting.In(line.Code) is not { } setting
            || !Protections.Contains(setting.Plain) || !setting.IsTrue)
            return;
        var isReplaced = view.Sets(setting.Plain);
        var isGone = hunk.Old.Parents(at).Any(parent => parent.Removed && !parent.Code.HasWord("lifecycle"));
        if (!isReplaced && !isGone)
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"without {setting.Key} the object can be destroyed by an apply");
    }
}
