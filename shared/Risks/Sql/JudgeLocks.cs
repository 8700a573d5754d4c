namespace ChangeSentinel.Risks;

/// <summary>Judges statements that make readers or writers of a table wait.</summary>
internal static class JudgeLocks
{
    public static void In(SqlStatement statement, int verb, SqlPlace place)
    {
        if (Why(statement, verb, place.Tables) is { } why)
            place.Add(HazardKind.LockingSql, statement.Tokens[verb], why);
    }

    private static string? Why(SqlStatement statement, int verb, MigrationTables tables)
    {
        if (statement.Is(verb, "CREATE"))
            return Index(statement, verb, tables);
        var concurrent = statement.Has("CONCURRENTLY");
        if (statement.Is(verb, "REFRESH", "MATERIALIZED") && !concurrent)
            return $"REFRESH without CONCURRENTLY locks readers out of {statement.Name(verb + 3).Name}";
        if (statement.Is(verb, "REINDEX") && !concurrent
            && statement.IsAny(verb + 1, "TABLE", "INDEX", "SCHEMA"))
            return $"REINDEX without CONCURRENTLY blocks writers of {statement.Name(verb + 2).Name}";
        if (statement.Is(verb, "VACUUM") && statement.Has("FULL"))
            return "VACUUM FULL rewrites the table while readers and writers wait";
        if (statement.Is(verb, "LOCK") && statement.IsAny(verb + 1, "TABLE", "TABLES"))
            return $"LOCK TABLE makes everyone wait for {statement.Name(verb + 2).Name}";
        return statement.Is(verb, "CLUSTER") && !statement.Embedded && statement.Tokens.Count is > 1 and < 6
            ? $"CLUSTER rewrites {statement.Name(verb + 1).Name} while readers and writers wait"
            : null;
    }

    private static string? Index(SqlStatement statement, int verb, MigrationTables tables)
    {
        var at = verb + 1;
        while (statement.IsAny(at, "UNIQUE", "CLUSTERED", "NONCLUSTERED", "FULLTEXT", "SPATIAL", "BITMAP"))
            at++;
        if (!statement.Is(at, "INDEX") || statement.Is(at + 1, "CONCURRENTLY"))
            return null;
        var on = statement.Find("ON", at);
        var (table, _) = statement.Name(on + 1);
        var isOnline = statement.Tokens.Any(token => token.Is("ONLINE") || token.Is("INPLACE"))
            || (statement.Has("LOCK") && statement.Has("NONE"));
        return on < 0 || table.Length == 0 || isOnline || tables.Creates(table)
            ? null
            : $"CREATE INDEX without CONCURRENTLY blocks writers of {table} while it is built";
    }
}
