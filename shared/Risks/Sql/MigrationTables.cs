namespace ChangeSentinel.Risks;

/// <summary>What one migration file creates or renames, by bare lower-case names.</summary>
internal sealed class MigrationTables
{
    private readonly HashSet<string> created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> added = new(StringComparer.Ordinal);
    private readonly bool isChangelog;
    private readonly HashSet<string> views = new(StringComparer.Ordinal);
    private readonly HashSet<string> renamedTo = new(StringComparer.Ordinal);

    /// <param name="isChangelog">
    /// Whether the file gathers migrations of many releases, so that context is history.
    /// </param>
    private MigrationTables(bool isChangelog) => this.isChangelog = isChangelog;

    /// <summary>Whether constraints are validated apart, so that SET NOT NULL finds its proof.</summary>
    public bool Validates { get; private init; }

    /// <summary>
    /// Whether the file creates the table itself, so that nothing in it is lost and nobody waits for it.
    /// </summary>
    public bool Creates(string table) => created.Contains(Bare(table));

    /// <summary>Whether the change itself adds the table above this line.</summary>
    public bool CreatesAbove(string table, CodeLine line) =>
        added.TryGetValue(Bare(table), out var number) && number < line.Line.NewNumber;

    /// <summary>
    /// Whether another table takes the name over, with the rows: how SQLite alters a table.
    /// </summary>
    public bool Replaces(string table) => renamedTo.Contains(Bare(table));

    public bool CreatesView(string view) => views.Contains(Bare(view));

    public static MigrationTables Of(CodeView view,
        IEnumerable<(CodeHunk Hunk, IReadOnlyList<SqlStatement> Statements)> read)
    {
        var tables = new MigrationTables(view.Path.Has("changelog") || view.NewText.Has("changeSet"))
        {
            Validates = view.NewText.Has("VALIDATE CONSTRAINT"),
        };
        foreach (var (hunk, statements) in read)
        {
            foreach (var statement in statements)
                tables.Take(statement, hunk.New.Lines[statement.Tokens[0].Line]);
            for (var at = 0; at < hunk.New.Lines.Count; at++)
                tables.Take(hunk.New, at);
        }

        return tables;
    }

    private static string Bare(string name) =>
        name[(name.LastIndexOf('.') + 1)..].Trim('"', '`', '[', ']').ToLowerInvariant();

    private void Create(string table, CodeLine line)
    {
        if (line.Added)
            added.TryAdd(Bare(table), line.Line.NewNumber);
        if (line.Added || !isChangelog)
            created.Add(Bare(table));
    }

    private void Take(SqlStatement statement, CodeLine line)
    {
        if (statement.Is(0, "ALTER", "TABLE") && statement.Find("RENAME") is var rename and >= 0
            && statement.Is(rename + 1, "TO"))
            renamedTo.Add(Bare(statement.Name(rename + 2).Name));
        if (!statement.Is(0, "CREATE"))
            return;
        var at = 1;
        while (statement.IsAny(at, "OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED",
            "EXTERNAL"))
            at++;
        var (name, _) = statement.Name(at + 1);
        if (statement.Is(at, "TABLE") && (statement.Is(at - 1, "TEMP") || statement.Is(at - 1, "TEMPORARY")))
            added.TryAdd(Bare(name), 0);
        if (statement.Is(at, "TABLE"))
            Create(name, line);
        else if (statement.Find("VIEW") is var kind and >= 0 and < 6)
            views.Add(Bare(statement.Name(kind + 1).Name));
    }

    private void Take(CodeSide side, int at)
    {
        var code = side.Lines[at].Code;
        if (!code.HasAny("create", "new_table"))
            return;
        foreach (var step in Identifiers.In(code))
        {
            if (step.Text.ToLowerInvariant() is not ("create_table" or "createtable" or "createmodel"
                or "create"
                or "create_join_table" or "createtableifnotexists"))
                continue;
            if (step.Text.Is("create") && !code.HasAny("Schema::create", "create table(", "create table :"))
                continue;
            var call = side.Call(at, step.End);
            var name = call.IndexOfWord("name") is var named and >= 0 ? call.NameFrom(named + 4)
                : call.NameFrom(0);
            var table = step.Text.Is("create")
                && name.Is("table") ? call.NameFrom(call.IndexOfWord("table") + 5) : name;
            Create(table, side.Lines[at]);
        }
    }
}
