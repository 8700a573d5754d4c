namespace ChangeSentinel.Risks;

/// <summary>Finds CloudFormation resources that are removed or lose the policy that kept them.</summary>
internal static class CloudFormationBlocks
{
    public static void In(CodeView view, FoundHazards found)
    {
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.Old.Lines.Count; at++)
            {
                if (hunk.Old.Lines[at].Removed)
                    Removed(view, hunk, at, found);
            }

            foreach (var line in hunk.New.Lines.Where(line => line.Added))
            {
                if (IsPolicy(line.Code) is { Value: var value } policy && value.Is("Delete"))
                    found.Add(HazardKind.InfrastructureDestroy, line,
                        $"{policy.Key}: Delete lets the resource and its contents go with the stack");
            }
        }
    }

    private static Setting? IsPolicy(string code) =>
        Setting.In(code) is { Key: "DeletionPolicy" or "UpdateReplacePolicy" } policy ? policy : null;

    private static void Removed(CodeView view, CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.Old.Lines[at];
        var parent = hunk.Old.Parent(at);
        if (IsPolicy(line.Code) is { } policy && !policy.Value.Is("Delete"))
        {
            var stays = hunk.New.Beside(line).Any(now => IsPolicy(now.Code)?.Key == policy.Key);
            if (!stays && !(parent >= 0 && hunk.Old.Lines[parent].Removed))
                found.Add(HazardKind.InfrastructureDestroy, line,
                    $"without {policy.Key}: {policy.Value} the resource and its contents go with the stack");
        }
        else if (Setting.In(line.Code) is { Key: "Type" } type && type.Value.Has("AWS::"))
        {
            var head = parent >= 0 && hunk.Old.Lines[parent].Removed ? hunk.Old.Lines[parent] : line;
            var name = Setting.In(head.Code) is { Key: not "Type" } named ? named.Key : type.Value;
            if (!view.Moved(head))
                found.Add(HazardKind.InfrastructureDestroy, head,
                    $"removing {name} ({type.Value}) destroys it with the next stack update");
        }
    }
}
