namespace ChangeSentinel.Risks;

/// <summary>Finds commands in scripts, builds and programs that destroy what is missed.</summary>
internal static class ScriptHazards
{
    private static readonly HashSet<string> Texts = new(
        ["description", "name", "summary", "title", "comment", "message", "help", "usage", "note", "label"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Programs = new(
        ["py", "rb", "js", "ts", "mjs", "cjs", "go", "java", "kt", "groovy", "php", "cs", "rs", "rake", "pl", "ex", "exs"],
        StringComparer.Ordinal);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || view.IsGone)
            return;
        var isScript = Shell.IsScript(view);
        var isProgram = Programs.Contains(view.Extension) || view.Name.Begins("Jenkinsfile") || view.Name is "Rakefile";
        if (!isScript && !isProgram && !Shell.HoldsCommands(view))
            return;
        foreach (var hunk in view.Hunks)
            In(view, hunk, isScript, isProgram, found);
    }

    private static void In(CodeView view, CodeHunk hunk, bool isScript, bool isProgram, FoundHazards found)
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
            var added = Enumerable.Range(at, last - at + 1).Select(index => lines[index]).FirstOrDefault(line => line.Added);
            printed = isScript ? Heredoc(text) : null;
            if (added.Added && Command(text, isScript, isProgram) is { Length: > 0 } command)
                Judge(view, hunk, (added, command), found);
            at = last;
        }
    }

    private static void Judge(CodeView view, CodeHunk hunk, (CodeLine Line, string Text) command, FoundHazards found)
    {
        foreach (var one in SplitShell.Commands(command.Text))
        {
            if (JudgeCommand.Why(one, view) is { } why)
                found.Add(HazardKind.DestructiveCommand, command.Line, why);
        }

        if (command.Text.HasWord("force") && command.Text.Has("--force") && !command.Text.Has("--force-with-lease")
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
    private static string? Command(string text, bool isScript, bool isProgram)
    {
        if (isScript)
            return text;
        if (isProgram)
            return Shell.Handed(text);
        var trimmed = text.Trim();
        while (trimmed.StartsWith("- ", StringComparison.Ordinal))
            trimmed = trimmed[2..].TrimStart();
        if (Setting.In(trimmed) is { } setting)
            return Texts.Contains(setting.Key) ? null : Words(setting.Value);
        return Words(trimmed.Trim('"', '\'', ','));
    }

    /// <summary>A command written as a list of words is the words.</summary>
    private static string Words(string value) => value.StartsWith('[')
        ? string.Join(' ', value.Trim('[', ']').Split(',', 100).Select(word => word.Trim(' ', '"', '\'')))
        : value;
}
