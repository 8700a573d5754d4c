namespace ChangeSentinel.Risks;

/// <summary>Judges commands that empty or drop a database.</summary>
internal static class JudgeDatabaseCommand
{
    private static readonly string[] Runners =
        ["rails", "rake", "bundle", "php", "artisan", "npx", "yarn", "pnpm", "npm", "python", "python3",
            "manage.py", "mix",
         "prisma", "sequelize", "sequelize-cli", "knex", "flyway", "liquibase", "alembic", "dotnet", "mvn",
         "bin/rails",
         "poetry", "bun", "typeorm", "drizzle-kit", "doctrine", "console", "bin/console", "supabase", "uv"];

    private static readonly string[] Tasks =
    [
        "db:drop", "db:reset", "db:schema:load", "db:purge", "db:migrate:reset", "migrate:fresh",
        "migrate:reset", "db:wipe", "ecto.drop", "ecto.reset", "flush", "reset_db", "--force-reset",
        "--accept-data-loss", "dropAll", "drop-all", "schema:drop", "doctrine:schema:drop",
        "doctrine:database:drop", "flyway:clean", "db:migrate:undo:all", "db:setup",
    ];

    public static string? Why(ShellCommand command)
    {
        if (command.Name is "dropdb" or "dropuser")
            return $"{command.Name} deletes the database's contents for good";
        if (command.Name is "psql" or "mysql" or "mariadb" or "sqlite3" or "sqlcmd" or "clickhouse-client"
            or "cqlsh")
            return command.Words.Any(IsDestructive) ? "the statement deletes rows or tables for good" : null;
        if (command.Name is "mysqladmin" && command.Has("drop"))
            return "mysqladmin drop deletes a database for good";
        if (command.Name is "redis-cli" or "valkey-cli"
            && command.Words.Any(word => word.Is("flushall") || word.Is("flushdb")))
            return "this deletes every key of the store";
        if (command.Name is "mongo" or "mongosh"
            && command.Words.Any(word => word.HasAny("dropDatabase", ".drop(")))
            return "this deletes a database for good";
        if (command.Name is "etcdctl" && command.Has("del") && command.HasAny("--prefix", "--from-key"))
            return "this deletes every key below";
        if (command.Name is "curl" && command.Words.Any(word => word is "DELETE" or "-XDELETE")
            && command.Words.Any(word => word.HasAny(":9200", "/_all", "/*", "elastic")))
            return "this deletes an index with every document in it";
        return Runners.Contains(command.Name, StringComparer.Ordinal) ? Task(command) : null;
    }

    private static string? Task(ShellCommand command)
    {
        if (Tasks.FirstOrDefault(command.Has) is { } task)
            return $"{task} deletes what the database holds";
        var isReset = (command.Has("migrate") && command.Has("reset"))
            || (command.Has("database") && command.Has("drop"))
            || (command.Has("db") && command.Has("reset"))
            || (command.Name is "flyway" && command.Has("clean"))
                || (command.Has("downgrade") && command.Has("base"))
            || (command.Has("migrate:rollback") && command.Has("--all"));
        return isReset ? "this deletes what the database holds" : null;
    }

    private static bool IsDestructive(string word) =>
        word.HasAny("DROP TABLE", "DROP DATABASE", "DROP SCHEMA", "TRUNCATE ")
        || (word.Has("DELETE FROM") && !word.Has("WHERE"));
}
