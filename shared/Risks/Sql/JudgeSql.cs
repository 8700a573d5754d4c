namespace ChangeSentinel.Risks;

/// <summary>Where a statement stands and what its file creates.</summary>
internal sealed record SqlPlace(CodeHunk Hunk, bool[] Back, MigrationTables Tables, FoundHazards Found)
{
    public void Add(HazardKind kind, SqlToken token, string why)
    {
        var line = Hunk.New.Lines[token.Line];
        if (line.Added && !Back[token.Line])
            Found.Add(kind, line, why);
    }
}

/// <summary>Judges one statement: what it loses and what it locks.</summary>
internal static class JudgeSql
{
    public static void In(SqlStatement statement, SqlPlace place)
    {
        var verb = Verb(statement);
        if (statement.Is(verb, "DROP"))
            Drop(statement, verb, place);
        else if (statement.Is(verb, "TRUNCATE"))
            Truncate(statement, verb, place);
        else if (statement.Is(verb, "DELETE") || statement.Is(verb, "UPDATE"))
            Unconditional(statement, verb, place);
        else if (statement.Is(verb, "ALTER", "TABLE"))
            JudgeAlterTable.In(statement, verb, place);
        else
            JudgeLocks.In(statement, verb, place);
    }

    /// <summary>The index of the statement's verb: behind a block's begin and a WITH.</summary>
    private static int Verb(SqlStatement statement)
    {
        var at = 0;
        while (statement.IsAny(at, "BEGIN", "THEN", "ELSE", "EXPLAIN", "LOOP"))
            at++;
        if (!statement.Is(at, "WITH"))
            return at;
        var (delete, update) = (statement.Find("DELETE", at), statement.Find("UPDATE", at));
        return delete >= 0 ? delete : update >= 0 ? update : at;
    }

    private static void Drop(SqlStatement statement, int verb, SqlPlace place)
    {
        var at = verb + 1;
        var isView = statement.Find("VIEW", at) is var view && view == at || view == at + 1
            && statement.Is(at, "MATERIALIZED");
        if (isView)
            at = statement.Find("VIEW", at);
        else if (!statement.IsAny(at, "TABLE", "DATABASE", "SCHEMA", "KEYSPACE", "TABLESPACE", "FOREIGN"))
            return;
        if (statement.Is(at, "FOREIGN"))
            at++;
        var what = statement.At(at)!.Value.Text.ToUpperInvariant();
        var (name, end) = statement.Name(at + 1);
        if (name.Length == 0 || name.StartsWith('#') || (statement.Embedded && !Closes(statement, end)))
            return;
        var kept = isView ? place.Tables.CreatesView(name)
            : what == "TABLE" && (place.Tables.CreatesAbove(name,
                place.Hunk.New.Lines[statement.Tokens[verb].Line])
                || place.Tables.Replaces(name));
        if (!kept)
            place.Add(HazardKind.DestructiveSql, statement.Tokens[verb], isView
                ? $"DROP VIEW breaks every query that reads {name}"
                : what == "TABLE"
                    ? $"DROP TABLE deletes {name} and every row in it"
                    : $"DROP {what} deletes {name} and everything in it");
    }

    private static void Truncate(SqlStatement statement, int verb, SqlPlace place)
    {
        var at = statement.Is(verb + 1, "TABLE") ? verb + 2 : verb + 1;
        var (name, end) = statement.Name(at);
        var fits = !statement.Embedded || Closes(statement, end);
        if (name.Length > 0 && fits && !place.Tables.Creates(name) && !statement.Is(verb + 1, "("))
            place.Add(HazardKind.DestructiveSql, statement.Tokens[verb],
                $"TRUNCATE deletes every row of {name}");
    }

    private static void Unconditional(SqlStatement statement, int verb, SqlPlace place)
    {
        var isDelete = statement.Is(verb, "DELETE");
        var from = isDelete ? statement.Find("FROM", verb) : verb;
        var (name, end) = statement.Name(from + 1);
        if (from < 0 || name.Length == 0 || place.Tables.Creates(name) || HasCondition(statement, verb))
            return;
        var set = statement.Find("SET", verb);
        if (isDelete ? from > verb + 3 : set < 0 || (statement.Embedded && statement.Is(set + 2, "=") is false
            && statement.Is(set + 4, "=") is false))
            return;
        var knows = statement.Complete && (!statement.Embedded || !isDelete || Fits(statement, end));
        var why = isDelete
            ? $"DELETE without WHERE empties {name}"
            : $"UPDATE without WHERE rewrites every row of {name}";
        if (!knows)
            return;
        place.Add(HazardKind.DestructiveSql, statement.Tokens[verb], why);
        LostCondition(statement, verb, place, why);
    }

    /// <summary>Whether a WHERE says more than that everything is meant: `1 = 1`, `true`.</summary>
    private static bool HasCondition(SqlStatement statement, int verb)
    {
        var where = statement.Find("WHERE", verb);
        var isEverything = (statement.Is(where + 1, "TRUE") && where + 2 == statement.Tokens.Count)
            || (statement.Is(where + 1, "1") && statement.Is(where + 2, "=") && statement.Is(where + 3, "1")
                && where + 4 == statement.Tokens.Count);
        return where >= 0 && !isEverything;
    }

    /// <summary>Notes a WHERE that was taken out of a statement which stayed.</summary>
    private static void LostCondition(SqlStatement statement, int verb, SqlPlace place, string why)
    {
        var lines = place.Hunk.New.Lines;
        var first = lines[statement.Tokens[verb].Line];
        var last = lines[Math.Min(statement.Tokens[^1].Line + 1, lines.Count - 1)];
        if (first.Changed)
            return;
        var old = place.Hunk.Old;
        for (var at = old.From(first.At); at < old.Lines.Count; at++)
        {
            if (old.Lines[at].At >= Math.Max(last.At, first.At + 2))
                return;
            if (old.Lines[at].Removed && old.Lines[at].Code.HasWord("WHERE"))
                place.Found.Add(HazardKind.DestructiveSql, old.Lines[at], why);
        }
    }

    /// <summary>Nothing but the statement's own endings follow: what tells SQL from prose.</summary>
    private static bool Closes(SqlStatement statement, int end) =>
        statement.At(end) is null
        || statement.IsAny(end, "CASCADE", "RESTRICT", "RESTART", "CONTINUE", "PURGE", ",", ")");

    private static bool Fits(SqlStatement statement, int end) =>
        statement.At(end) is null || statement.IsAny(end, "USING", "RETURNING", "LIMIT", "ORDER", ")")
        || (statement.At(statement.Is(end, "AS") ? end + 2 : end + 1) is null
            && statement.At(end)?.IsName == true);
}
