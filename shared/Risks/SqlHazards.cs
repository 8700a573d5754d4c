namespace ChangeSentinel.Risks;

/// <summary>Finds statements and migration steps that lose rows or hold a table's lock.</summary>
internal static class SqlHazards
{
    private static readonly HashSet<string> SqlFiles =
        new(["sql", "ddl", "psql", "pgsql", "mysql", "cql"], StringComparer.Ordinal);

    private static readonly HashSet<string> Hosts = new(
        [
            "rb", "py", "go", "java", "kt", "kts", "scala", "groovy", "cs", "fs", "vb", "php", "js", "ts",
            "mjs", "cjs", "tsx", "jsx", "ex", "exs", "rs", "swift", "pl", "xml", "yaml", "yml", "json", "clj",
            "dart", "cr",
        ],
        StringComparer.Ordinal);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || WayBack.IsFile(view.Path) || view.IsGone)
            return;
        var isSql = SqlFiles.Contains(view.Extension);
        if (!isSql && !Hosts.Contains(view.Extension))
            return;

        var read = view.Hunks.Select(hunk => (Hunk: hunk, Statements: Read(view, hunk, isSql))).ToList();
        var tables = MigrationTables.Of(view, read);
        foreach (var (hunk, statements) in read)
        {
            var back = WayBack.Lines(hunk, hunk.New);
            foreach (var statement in statements)
                JudgeSql.In(statement, new(hunk, back, tables, found));
        }

        if (!isSql && MigrationSteps.IsMigration(view))
            MigrationSteps.In(view, tables, found);
        if (!isSql)
            UnscopedWrites.In(view, found);
    }

    private static IReadOnlyList<SqlStatement> Read(CodeView view, CodeHunk hunk, bool isSql)
    {
        var shown = view.IsNew || hunk.ReachesEnd;
        var reader =
            new ReadSql(hunk.New, shown, view.Extension is "go" or "js" or "ts" or "mjs" or "cjs" or "tsx");
        return isSql ? [.. reader.Statements()] : [.. reader.Embedded()];
    }
}
