namespace ChangeSentinel.Risks;

/// <summary>Finds commands in scripts, builds and programs that destroy what is missed.</summary>
internal static class ScriptHazards
{
    private static readonly HashSet<string> Texts = new(
        ["description", "name", "summary", "title", "comment", "message", "help", "usage", "note", "label"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Programs = new(
        ["py", "rb", "js", "ts", "mjs", "cjs", "go", "java", "kt", "groovy", "php", "cs", "rs", "rake", "pl",
            "ex", "exs"],
        StringComparer.Ordinal);

    private enum CommandForm
    {
        Line,
        Value,

        /// <summary>A text that a program gives to a shell.</summary>
        Handed,
    }

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || view.IsGone)
            return;
        var isScript = Shell.IsScript(view);
        var isProgram = Programs.Contains(view.Extension) || view.Name.Begins("Jenkinsfile")
            || view.Name is "Rakefile";
        if (!isScript && !isProgram && !Shell.HoldsCommands(view))
            return;
        var facts = new ScriptFacts(view);
        var form = isScript ? CommandForm.Line : isProgram ? CommandForm.Handed : CommandForm.Value;
        foreach (var hunk in view.Hunks)
            In(hunk, form, facts, found);
    }

    private static void In(CodeHunk hunk, CommandForm form, ScriptFacts facts, FoundHazards found)
    {
        var lines = hunk.New.Lines;
        string? printed = null;
        for (var at = 0; at < lines.Count; at++)
        {
            if (printed is not null)
            {
                printed = lines[at].Text.Trim() == printed ? null : printed;
                continue;
            }

            var (text, last) = Joined(lines, at);
            var first = at;
            while (first < last && !lines[first].Added)
                first++;
            printed = form is CommandForm.Line ? Heredoc(text) : null;
            if (lines[first].Added && CommandNames.MayStandIn(text)
                && Command(text, form) is { Length: > 0 } command)
                Judge(hunk, (lines[first], command), facts, found);
            at = last;
        }
    }

    private static void Judge(
        CodeHunk hunk, (CodeLine Line, string Text) command, ScriptFacts facts, FoundHazards found)
    {
        foreach (var one in SplitShell.Commands(command.Text))
        {
            if (JudgeCommand.Why(one, facts) is { } why)
                found.Add(HazardKind.DestructiveCommand, command.Line, why);
        }

        if (command.Text.HasWord("force") && command.Text.Has("--force")
            && !command.Text.Has("--force-with-lease")
            && hunk.Old.Beside(command.Line).Any(old => old.Code.Has("--force-with-lease")))
            found.Add(HazardKind.DestructiveCommand, command.Line,
                "--force overwrites what others pushed in the meantime; the lease stood against that");
    }

    /// <summary>A command with the lines that a backslash joins to it, and its last line.</summary>
    private static (string Text, int Last) Joined(IReadOnlyList<CodeLine> lines, int at)
    {
        var text = lines[at].Code;
        var last = at;
        while (text.AsSpan().TrimEnd().EndsWith('\\') && last + 1 < lines.Count && last < at + 20)
            text = text.TrimEnd()[..^1] + " " + lines[++last].Code;
        return (text, last);
    }

    /// <summary>What ends the text that this command prints; null where it prints none.</summary>
    private static string? Heredoc(string text)
    {
        var mark = text.IndexOf("<<", StringComparison.Ordinal);
        if (mark < 0 || text.AsSpan(mark).StartsWith("<<<") || !text.HasAny("cat", "echo", "tee", "read"))
            return null;
        var name = text.NameFrom(mark + 2);
        return name.Length > 0 ? name : null;
    }

    /// <summary>The shell's part of a line: all of it, a value, or what a program hands over.</summary>
    private static string? Command(string text, CommandForm form)
    {
        if (form is not CommandForm.Value)
            return form is CommandForm.Line ? text : Shell.Handed(text);
        var item = text.AsSpan().Trim();
        while (item.StartsWith("- "))
            item = item[2..].TrimStart();
        var trimmed = item.ToString();
        if (Setting.In(trimmed) is { } setting)
            return Texts.Contains(setting.Key) ? null : Words(setting.Value);
        return Words(trimmed.Trim('"', '\'', ','));
    }

    /// <summary>A command written as a list of words is the words.</summary>
    private static string Words(string value) => value.StartsWith('[')
        ? string.Join(' ', value.Trim('[', ']').Split(',', 100).Select(word => word.Trim(' ', '"', '\''))
            .Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word))
        : value;
}
