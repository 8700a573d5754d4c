namespace ChangeSentinel.Risks;

/// <summary>Tells the lines of a migration that only run when it is undone.</summary>
internal static class WayBack
{
    private static readonly string[] Starts =
    [
        "def down", "def downgrade", "def backwards", "def self.down", "def reverse", "void Down(",
        "void down(", "exports.down", "function down", "async down", "down:", "down(", "down =", "const down",
        "fun down", "func down", "fn down", "dir.down", "<rollback", "rollback:", "- rollback",
        "protected function down", "reverse_sql", "public override void Down", "Task Down", "func Down",
    ];

    private static readonly string[] SqlDown =
        ["+goose down", "+migrate down", "migrate:down", "migrate: down", "@undo", "+duckdb down",
            "down migration"];

    private static readonly string[] SqlUp =
        ["+goose up", "+migrate up", "migrate:up", "migrate: up", "up migration"];

    /// <summary>
    /// Whether the whole file is the way back: `*.down.sql`, `down.sql`, Flyway's `U3__x.sql`.
    /// </summary>
    public static bool IsFile(string path)
    {
        var name = FileRoles.FileName(path);
        return name.Is("down.sql")
            || name.HasAny(".down.", "_down.sql", "-down.sql", "rollback", ".undo.", "revert")
            || (name.Length > 2 && name[0] == 'U' && char.IsAsciiDigit(name[1])
                && name.Contains("__", StringComparison.Ordinal));
    }

    /// <summary>One answer for each line of the side.</summary>
    public static bool[] Lines(CodeHunk hunk, CodeSide side)
    {
        var back = new bool[side.Lines.Count];
        var inSql = SqlDown.Any(hunk.Heading.Has);
        var indent = Starts.Any(hunk.Heading.Has) ? hunk.Heading.Indent() : -1;
        for (var at = 0; at < back.Length; at++)
        {
            var line = side.Lines[at];
            if (line.Text.AsSpan().TrimStart() is ['-', '-' or ' ', ..] or ['/', '/', ..])
                inSql = SqlDown.Any(line.Text.Has) || (inSql && !SqlUp.Any(line.Text.Has));
            if (indent >= 0 && !line.Blank && line.Indent <= indent && !IsCloser(line.Code))
                indent = -1;
            if (indent < 0 && IsStart(line.Code))
                indent = line.Indent;
            back[at] = inSql || indent >= 0;
        }

        return back;
    }

    private static bool IsStart(string code)
    {
        if (!code.HasAny("down", "rollback", "backwards", "reverse"))
            return false;
        var trimmed = code.TrimStart();
        return Starts.Any(start => start.EndsWith(':') || start.EndsWith('(') || start.EndsWith('=')
            ? trimmed.StartsWith(start, StringComparison.Ordinal) || trimmed.Has(" " + start)
            : trimmed.IndexOfWord(start) >= 0 || trimmed.Has(start + "("));
    }

    private static bool IsCloser(string code) =>
        code.AsSpan().TrimStart() is ['}' or ')' or ']' or '{', ..] || code.Trim().Is("end");
}
