using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Finds harmful calls of migration libraries in code, XML and YAML.</summary>
internal static class MigrationSteps
{
    /// <summary>By what a migration is known.</summary>
    public static string[] Marks { get; } =
    [
        "ActiveRecord::Migration", "migrations.Migration", "from alembic", "MigrationBuilder",
        "queryInterface", "queryRunner", "Schema::", "knex", "databaseChangeLog", "Ecto.Migration",
        "AbstractMigration", "changeSet", "SchemaUtils",
    ];

    private static readonly SearchValues<string> AnyMark =
        SearchValues.Create(Marks, StringComparison.OrdinalIgnoreCase);

    public static bool IsMigration(string path) =>
        path.HasAny("migrat", "alembic", "changelog", "liquibase", "db/change");

    public static bool IsMigration(CodeView view) => IsMigration(view.Path) || view.Shows(AnyMark);

    public static void In(CodeView view, MigrationTables tables, FoundHazards found)
    {
        foreach (var hunk in view.Hunks)
        {
            var back = WayBack.Lines(hunk, hunk.New);
            for (var at = 0; at < hunk.New.Lines.Count; at++)
            {
                var line = hunk.New.Lines[at];
                if (line.Added && !back[at])
                    Judge(hunk.New, at, tables, found);
            }
        }
    }

    private static void Judge(CodeSide side, int at, MigrationTables tables, FoundHazards found)
    {
        var line = side.Lines[at];
        var calls = 0;
        foreach (var name in Identifiers.In(line.Code))
        {
            if (!MigrationStep.All.TryGetValue(name.Text, out var steps) || !IsCall(line.Code, name)
                || ++calls > 4)
                continue;
            var call = IsYaml(line.Code, name)
                ? string.Join(' ', side.Children(at).Take(20).Select(child => child.Code))
                : side.Call(at, name.End);
            foreach (var step in steps.Where(step => Holds(step, call, side, at)))
            {
                var subject = Subject(call);
                if (!tables.Creates(subject) || (step.Kind is HazardKind.DestructiveSql
                    && !tables.CreatesAbove(subject, line)))
                    found.Add(step.Kind, line,
                        $"{name.Text} {step.Why.Replace("{0}", subject, StringComparison.Ordinal)}");
            }
        }
    }

    /// <summary>`name(`, `name :x`, `name "x"`, `name&lt;T>(`, `&lt;name` or `name:` of YAML.</summary>
    private static bool IsCall(string code, Identifier name)
    {
        var rest = code.AsSpan(name.End).TrimStart();
        if (name.Start > 0 && code[name.Start - 1] == '<')
            return true;
        if (rest.Length == 0)
            return false;
        var isDefinition = code.AsSpan(0, name.Start).TrimEnd() is var before
            && (before.EndsWith("def") || before.EndsWith("function") || before.EndsWith("import"));
        return !isDefinition && (rest[0] is '(' or '<' or '"' or '\'' or '['
            || (rest[0] == ':' && code.AsSpan(0, name.Start).TrimStart() is "" or "- ")
            || (rest[0] == ':' && rest.Length > 1 && CodeText.IsName(rest[1]))
            || rest.StartsWith("table(") || rest.StartsWith("index("));
    }

    private static bool IsYaml(string code, Identifier name) =>
        code.AsSpan(name.End).Trim() is ":" && code.AsSpan(0, name.Start).Trim() is "" or "-";

    private static bool Holds(MigrationStep step, string call, CodeSide side, int at)
    {
        if (step.Safe.Any(call.Has) || (step.Needs.Count > 0 && !step.Needs.Any(call.Has)))
            return false;
        if (step.Within.Count == 0)
            return true;
        var code = side.Lines[at].Code;
        return step.Within.Any(code.Has)
            || side.Parents(at).Take(4).Any(parent => step.Within.Any(parent.Code.Has));
    }

    /// <summary>The table or model the call names: by keyword, or else its first argument.</summary>
    private static string Subject(string call)
    {
        foreach (var key in (string[])["table", "tableName", "baseTableName", "model_name", "table_name"])
        {
            var at = call.IndexOfWord(key);
            if (at >= 0 && call.AsSpan(at + key.Length).TrimStart() is ['=' or ':', ..])
                return call.NameFrom(at + key.Length);
        }

        var comma = call.IndexOf(',', StringComparison.Ordinal);
        var named = call.IndexOfWord("name");
        if (named >= 0 && call.AsSpan(named + 4).TrimStart() is ['=' or ':', ..])
            return call.NameFrom(named + 4);
        var first = (comma < 0 ? call : call[..comma]).NameFrom(0);
        if (first is "table" or "index" or "unique_index"
            && call.IndexOf(first, StringComparison.Ordinal) is var word)
            first = call.NameFrom(word + first.Length);
        return first.Length > 0 ? first : "a table";
    }
}
