namespace ChangeSentinel.Risks;

/// <summary>Finds tests that are deleted, left out, or no longer run.</summary>
internal static class TestHazards
{
    public static void In(CodeView view, FoundHazards found)
    {
        TestRuns.In(view, found);
        if (view.Role is not FileRole.Test && view.Extension is not "rs")
            return;
        if (view.IsGone)
        {
            Deleted(view, found);
            return;
        }

        var before = Heads(view, old: true);
        var names = before.Select(head => head.Name).ToHashSet(StringComparer.Ordinal);
        var after = Heads(view, old: false);
        var stay = after.Select(head => head.Name).ToHashSet(StringComparer.Ordinal);
        RemovedTests(before, after, stay, found);
        if (view.IsNew)
            return;
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.New.Lines.Count; at++)
            {
                var line = hunk.New.Lines[at];
                if (line.Added && SkipMark.StandsIn(line.Code, view.Extension)
                    && (SkipMark.Only(line.Code) || !MarksNewTest(hunk.New, at, names)))
                    found.Add(HazardKind.TestRemoved, line, SkipMark.Only(line.Code)
                        ? "only this test runs from now on, and every other one is left out"
                        : "the test no longer runs, so nothing fails when what it checks breaks");
            }
        }
    }

    /// <summary>The heads of the tests a file shows on one side.</summary>
    public static IReadOnlyList<(string Name, CodeLine Line, int Hunk)> Heads(CodeView view, bool old)
    {
        List<(string, CodeLine, int)> heads = [];
        for (var hunk = 0; hunk < view.Hunks.Count; hunk++)
        {
            var side = old ? view.Hunks[hunk].Old : view.Hunks[hunk].New;
            for (var at = 0; at < side.Lines.Count; at++)
            {
                if (TestHead.Name(side, at) is { } name)
                    heads.Add((name, side.Lines[at], hunk));
            }
        }

        return heads;
    }

    private static void Deleted(CodeView view, FoundHazards found)
    {
        var tests = Heads(view, old: true).Count;
        var first = view.Hunks[0].Old.Lines.FirstOrDefault(line => line.Removed);
        if (tests > 0 && view.Role is FileRole.Test)
            found.Note(HazardKind.TestRemoved, first,
                $"{view.Name} is deleted with {tests} test{(tests == 1 ? "" : "s")}, "
                + "so nothing fails when what it checks breaks");
    }

    /// <summary>A removed test beside an added one of another name is taken for a rename.</summary>
    private static void RemovedTests(
        IReadOnlyList<(string Name, CodeLine Line, int Hunk)> before,
        IReadOnlyList<(string Name, CodeLine Line, int Hunk)> after,
        HashSet<string> stay,
        FoundHazards found)
    {
        var known = before.Select(head => head.Name).ToHashSet(StringComparer.Ordinal);
        var renamed = after.Where(head => head.Line.Added && !known.Contains(head.Name))
            .GroupBy(head => head.Hunk).ToDictionary(heads => heads.Key, heads => heads.Count());
        foreach (var (name, line, hunk) in before)
        {
            if (!line.Removed || stay.Contains(name))
                continue;
            if (renamed.GetValueOrDefault(hunk) is > 0 and var left)
                renamed[hunk] = left - 1;
            else
                found.Add(HazardKind.TestRemoved, line,
                    $"the test {name} is removed, so nothing fails when what it checks breaks");
        }
    }

    /// <summary>Whether the test that a mark leaves out did not exist before.</summary>
    private static bool MarksNewTest(CodeSide side, int at, HashSet<string> before)
    {
        var code = side.Lines[at].Code.Trim();
        if (TestHead.Name(side, at) is { } own)
            return side.Lines[at].Added && !before.Contains(own);
        var step = TestHead.IsAnnotation(code) ? 1 : -1;
        for (var head = at + step; head >= 0 && head < side.Lines.Count
            && Math.Abs(head - at) < 60; head += step)
        {
            if (TestHead.Name(side, head) is { } name)
                return side.Lines[head].Added && !before.Contains(name);
            if (step > 0 && head > at + 8)
                return false;
        }

        return false;
    }
}
