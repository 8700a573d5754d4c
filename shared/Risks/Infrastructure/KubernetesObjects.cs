namespace ChangeSentinel.Risks;

/// <summary>Finds Kubernetes objects that are removed, and settings that delete or replace objects.</summary>
internal static class KubernetesObjects
{
    private static readonly (string Key, string Value, string Why)[] Dangerous =
    [
        ("reclaimPolicy", "Delete", "with reclaimPolicy Delete the disk goes with its claim"),
        ("persistentVolumeReclaimPolicy", "Delete", "with this reclaim policy the disk goes with its claim"),
        ("whenDeleted", "Delete", "deleting the StatefulSet deletes its volumes too"),
        ("whenScaled", "Delete", "scaling down deletes the volumes of the replicas that go"),
        ("prune", "true", "prune deletes every object that is no longer in the repository"),
    ];

    private static readonly string[] Guards =
        ["Prune=false", "Delete=false", "helm.sh/resource-policy", "kustomize.toolkit.fluxcd.io/prune"];

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Extension is "json")
            return;
        var kept = Objects(view, old: false).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, head) in Objects(view, old: true))
        {
            if (head.Removed && !kept.Contains(name))
                found.Note(HazardKind.InfrastructureDestroy, head,
                    $"removing {name} deletes it from the cluster");
        }

        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.Old.Lines.Count; at++)
                Removed(view, hunk.Old, at, found);
            foreach (var line in hunk.New.Lines.Where(line => line.Added))
                Added(view, line, found);
        }
    }

    /// <summary>Each object whose head is shown, as kind and name.</summary>
    private static IEnumerable<(string Name, CodeLine Head)> Objects(CodeView view, bool old)
    {
        foreach (var hunk in view.Hunks)
        {
            CodeLine? head = null;
            var (kind, name) = ("", "");
            foreach (var line in (old ? hunk.Old : hunk.New).Lines)
            {
                if (line.Text.StartsWith("---", StringComparison.Ordinal) || line.Code.Begins("apiVersion:"))
                {
                    if (head is { } first && IsObject(first, kind))
                        yield return ($"{kind} {name}".Trim(), first);
                    (head, kind, name) = (line.Code.Begins("apiVersion:") ? line : null, "", "");
                }
                else if (line.Code.Begins("kind:"))
                    kind = Setting.In(line.Code)?.Value ?? "";
                else if (name.Length == 0 && line.Indent is > 0 and <= 4
                    && Setting.In(line.Code) is { Key: "name" } named)
                    name = named.Value;
            }

            if (head is { } last && IsObject(last, kind))
                yield return ($"{kind} {name}".Trim(), last);
        }
    }

    private static bool IsObject(CodeLine head, string kind) => kind.Length > 0
        && !head.Code.HasAny("backstage.io", "kustomize.config", "skaffold", "kind.x-k8s", "conftest",
            "tilt");

    private static void Removed(CodeView view, CodeSide old, int at, FoundHazards found)
    {
        var line = old.Lines[at];
        if (!line.Removed)
            return;
        if (Guards.Any(line.Code.Has) && !(old.Parent(at) is >= 0 and var parent && old.Lines[parent].Removed
            && old.Lines[parent].Indent == 0))
            found.Add(HazardKind.InfrastructureDestroy, line,
                "without this the object is deleted when it leaves the release");
        if (view.Name.Begins("kustomization.")
            && line.Code.TrimStart().StartsWith("- ", StringComparison.Ordinal)
            && old.Parents(at).Append(Above(old, at)).Any(above => above.Code is { } code
                && code.Begins("resources:")))
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"{line.Code.Trim()[2..]} is no longer applied, and pruned where pruning is on");
    }

    /// <summary>The key of a list whose items are not indented.</summary>
    private static CodeLine Above(CodeSide old, int at)
    {
        for (var above = at - 1; above >= 0 && above > at - 100; above--)
        {
            if (!old.Lines[above].Blank && !old.Lines[above].Code.TrimStart().StartsWith('-'))
                return old.Lines[above];
        }

        return default;
    }

    private static void Added(CodeView view, CodeLine line, FoundHazards found)
    {
        var code = line.Code;
        if (code.HasAny("Replace=true", "Force=true"))
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"{code.Trim(' ', '-')} deletes objects and creates them again instead of patching");
        if (Setting.In(code) is not { } setting)
            return;
        foreach (var (key, value, why) in Dangerous)
        {
            if (setting.Key == key && setting.Value.Is(value) && !view.IsNew)
                found.Add(HazardKind.InfrastructureDestroy, line, why);
        }

        if (setting.Key is "force" && setting.IsTrue && view.NewText.HasAny("fluxcd", "HelmRelease"))
            found.Add(HazardKind.InfrastructureDestroy, line, "force replaces objects that can't be patched");
    }
}
