namespace ChangeSentinel.Risks;

/// <summary>Judges the actions of an ALTER TABLE, one by one.</summary>
internal static class JudgeAlterTable
{
    private static readonly string[] RunTimeDefaults =
        ["gen_random_uuid", "uuid_generate_v4", "random", "clock_timestamp", "nextval", "newid", "uuid"];

    public static void In(SqlStatement statement, int verb, SqlPlace place)
    {
        var (table, end) = statement.Name(verb + 2);
        if (table.Length == 0 || place.Tables.Creates(table))
            return;
        var isOnline = statement.Has("INSTANT") || statement.Has("INPLACE") || IsLockNone(statement)
            || (statement.Find("ONLINE") is var online and >= 0 && statement.Is(online + 2, "ON"));
        foreach (var (first, last) in Actions(statement, end))
        {
            Lose(statement, table, (first, last), place);
            if (!isOnline && Lock(statement, table, (first, last), place) is { } why)
                place.Add(HazardKind.LockingSql, statement.Tokens[first], why);
        }
    }

    private static bool IsLockNone(SqlStatement statement)
    {
        var at = statement.Find("LOCK");
        return at >= 0 && (statement.Is(at + 1, "NONE") || statement.Is(at + 2, "NONE"));
    }

    /// <summary>First and last index of each action; commas in parentheses separate nothing.</summary>
    private static IEnumerable<(int First, int Last)> Actions(SqlStatement statement, int from)
    {
        var depth = 0;
        var first = from;
        for (var at = from; at <= statement.Tokens.Count; at++)
        {
            if (at == statement.Tokens.Count || (depth == 0 && statement.Is(at, ",")))
            {
                if (at > first)
                    yield return (first, at - 1);
                first = at + 1;
                continue;
            }

            depth += statement.Is(at, "(") ? 1 : statement.Is(at, ")") ? -1 : 0;
        }
    }

    private static void Lose(SqlStatement statement, string table, (int First, int Last) action,
        SqlPlace place)
    {
        var at = action.First;
        if (statement.Is(at, "DROP", "PARTITION"))
            place.Add(HazardKind.DestructiveSql, statement.Tokens[at],
                $"DROP PARTITION deletes every row of a part of {table}");
        if (!statement.Is(at, "DROP")
            || statement.IsAny(at + 1, "CONSTRAINT", "INDEX", "KEY", "PRIMARY", "FOREIGN",
            "CHECK", "DEFAULT", "PARTITION", "TRIGGER", "UNIQUE", "ROW", "PERIOD", "SYSTEM"))
            return;
        var named = statement.Is(at + 1, "COLUMN") ? at + 2 : at + 1;
        if (statement.Is(named, "("))
            named++;
        var (column, end) = statement.Name(named);
        var isProse = statement.Embedded && end <= action.Last
            && !statement.IsAny(end, "CASCADE", "RESTRICT", ")");
        if (column.Length > 0 && !isProse)
            place.Add(HazardKind.DestructiveSql, statement.Tokens[at],
                $"DROP COLUMN deletes every value of {table}.{column}");
    }

    private static string? Lock(SqlStatement statement, string table, (int First, int Last) action,
        SqlPlace place)
    {
        var at = action.First;
        if (statement.Is(at, "ALTER"))
            return AlterColumn(statement, table, at, place);
        if (statement.Is(at, "MODIFY") || statement.Is(at, "CHANGE"))
            return $"changing a column's definition rewrites {table} while writers wait";
        if (statement.Is(at, "ADD"))
            return Add(statement, table, action);
        if (statement.Is(at, "SET") && statement.IsAny(at + 1, "TABLESPACE", "LOGGED", "UNLOGGED"))
            return $"moving {table} rewrites it while readers and writers wait";
        if (statement.Is(at, "ENGINE") || statement.Is(at, "CONVERT", "TO"))
            return $"converting {table} rewrites every row while writers wait";
        return statement.Is(at, "DETACH", "PARTITION") && !Has(statement, action, "CONCURRENTLY")
            ? $"DETACH PARTITION without CONCURRENTLY locks {table} for readers and writers"
            : null;
    }

    private static string? AlterColumn(SqlStatement statement, string table, int at, SqlPlace place)
    {
        var named = statement.Is(at + 1, "COLUMN") ? at + 2 : at + 1;
        var (column, end) = statement.Name(named);
        if (column.Length == 0)
            return null;
        if (statement.Is(end, "TYPE") || statement.Is(end, "SET", "DATA"))
            return $"a type change of {table}.{column} rewrites the table under an exclusive lock";
        if (statement.Is(end, "SET", "NOT"))
            return place.Tables.Validates
                ? null
                : $"SET NOT NULL scans all of {table} under an exclusive lock";
        return statement.Is(at + 1, "COLUMN") && statement.At(end)?.Kind is SqlTokenKind.Word
            && !statement.IsAny(end, "SET", "DROP", "ADD", "RESTART", "RESET", "TO")
            ? $"a type change of {table}.{column} locks the table while it is rewritten"
            : null;
    }

    private static string? Add(SqlStatement statement, string table, (int First, int Last) action)
    {
        var at = action.First + 1;
        if (statement.Is(at, "CONSTRAINT"))
            at = statement.Name(at + 1).End;
        if (statement.IsAny(at, "FOREIGN", "CHECK"))
            return HasPair(statement, action, "NOT", "VALID")
                ? null
                : $"a constraint without NOT VALID checks every row of {table} while writers wait";
        if (statement.IsAny(at, "PRIMARY", "UNIQUE"))
            return HasPair(statement, action, "USING", "INDEX")
                ? null
                : $"building the unique index of {table} blocks its writers";
        if (statement.IsAny(at, "INDEX", "KEY", "FULLTEXT", "SPATIAL"))
            return $"building an index of {table} blocks its writers";
        if (HasPair(statement, action, "PRIMARY", "KEY") || Has(statement, action, "UNIQUE"))
            return $"building the unique index of the new column blocks writers of {table}";
        var isComputed = Has(statement, action, "STORED") || Has(statement, action, "BIGSERIAL")
            || Has(statement, action, "SERIAL")
            || (Has(statement, action, "DEFAULT")
                && RunTimeDefaults.Any(name => Has(statement, action, name)));
        return isComputed ? $"a column computed for each row rewrites {table} under an exclusive lock" : null;
    }

    private static bool Has(SqlStatement statement, (int First, int Last) action, string word)
    {
        for (var at = action.First; at <= action.Last; at++)
        {
            if (statement.Is(at, word))
                return true;
        }

        return false;
    }

    private static bool HasPair(SqlStatement statement, (int First, int Last) action, string word,
        string next)
    {
        for (var at = action.First; at < action.Last; at++)
        {
            if (statement.Is(at, word, next))
                return true;
        }

        return false;
    }
}
