using System.Collections.Frozen;

namespace ChangeSentinel.Risks;

/// <summary>A call of a migration library that does harm.</summary>
/// <param name="Kind">Destructive or locking.</param>
/// <param name="Why">The message; {0} is the table or column named first.</param>
internal sealed record MigrationStep(HazardKind Kind, string Why)
{
    private const string Lost = "deletes {0} and every row in it",
        Values = "deletes every value of column {0}",
        Index = "builds an index of {0} that blocks its writers",
            Type = "changes a column of {0} under a table lock",
        Check = "checks every row of {0} while writers wait",
            Null = "scans all of {0} under a lock to forbid NULL";

    /// <summary>What makes the call harmless, in its arguments.</summary>
    public IReadOnlyList<string> Safe { get; private init; } = [];

    /// <summary>What its arguments must say to make it harmful; empty where the name alone does.</summary>
    public IReadOnlyList<string> Needs { get; private init; } = [];

    /// <summary>
    /// What must stand on the line or above it, for names that mean other things elsewhere.
    /// </summary>
    public IReadOnlyList<string> Within { get; private init; } = [];

    /// <summary>
    /// Each library's calls by name; one name may do different harm in different libraries.
    /// </summary>
    public static FrozenDictionary<string, IReadOnlyList<MigrationStep>> All { get; } =
        Rows().GroupBy(row => row.Name, StringComparer.Ordinal).ToFrozenDictionary(
            rows => rows.Key, IReadOnlyList<MigrationStep> (rows) => [.. rows.Select(row => row.Step)],
            StringComparer.Ordinal);

    private static IEnumerable<(string Name, MigrationStep Step)> Rows()
    {
        // Rails: https://api.rubyonrails.org/classes/ActiveRecord/ConnectionAdapters/SchemaStatements.html
        // Alembic: https://alembic.sqlalchemy.org/en/latest/ops.html
        // Sequelize and TypeORM: their QueryInterfaces, EF Core: MigrationBuilder, Knex: schema builder
        // Liquibase: https://docs.liquibase.com/change-types/home.html
        string[] safe =
        [
            "concurrently", "validate: false", "not_valid", "index: false", "lock: none",
            "algorithm: :inplace", "online",
        ];
        foreach (var name in (string[])
            ["drop_table", "drop_join_table", "dropTable", "dropTableIfExists", "DropTable", "DeleteModel",
                "dropIfExists"])
            yield return (name, new(HazardKind.DestructiveSql, Lost));
        foreach (var name in (string[])
        [
            "remove_column", "remove_columns", "remove_reference", "remove_belongs_to", "drop_column",
            "dropColumn", "dropColumns", "DropColumn", "RemoveField", "removeColumn", "remove_timestamps",
            "dropTimestamps", "dropSoftDeletes",
        ])
            yield return (name, new(HazardKind.DestructiveSql, Values));
        foreach (var name in (string[])["drop", "remove"])
        {
            yield return (name, new(HazardKind.DestructiveSql, Lost)
            {
                Within = ["Schema::", "drop table(", "drop_if_exists table(", "SchemaUtils."],
            });
            yield return (name, new(HazardKind.DestructiveSql, Values)
            {
                Within = ["change_table", "alter table(", "t.remove"],
            });
        }

        yield return ("drop_if_exists", new(HazardKind.DestructiveSql, Lost) { Within = ["table("] });
        yield return ("DropSchema", new(HazardKind.DestructiveSql, Lost));
        yield return ("dropSchema", new(HazardKind.DestructiveSql, Lost));
        foreach (var name in (string[])
            ["add_index", "create_index", "createIndex", "CreateIndex", "addIndex", "AddIndex",
                "create_unique_constraint",
             "addUniqueConstraint", "AddUniqueConstraint", "AddPrimaryKey", "AlterUniqueTogether",
             "AlterIndexTogether",
             "addPrimaryKey"])
            yield return (name, new(HazardKind.LockingSql, Index) { Safe = safe });
        yield return ("index", new(HazardKind.LockingSql, Index)
        {
            Safe = safe,
            Within =
                ["alterTable(", ".table(", "::table(", "change_table", "create index(",
                "create unique_index("],
        });
        foreach (var name in (string[])["add_reference", "add_belongs_to"])
            yield return (name, new(HazardKind.LockingSql, Index) { Safe = safe });
        foreach (var name in (string[])
            ["add_foreign_key", "create_foreign_key", "createForeignKey", "AddForeignKey",
                "addForeignKeyConstraint",
             "add_check_constraint", "create_check_constraint", "AddCheckConstraint", "AddConstraint",
                 "addConstraint"])
            yield return (name, new(HazardKind.LockingSql, Check) { Safe = safe });
        foreach (var name in (string[])
            ["change_column", "changeColumn", "modifyDataType", "AlterColumn", "change_column_type",
                "alterColumn"])
            yield return (name, new(HazardKind.LockingSql, Type));
        yield return ("alter_column",
            new(HazardKind.LockingSql, Type) { Needs = ["type_", "nullable=False"] });
        yield return ("change", new(HazardKind.LockingSql, Type) { Within = ["->change()"] });
        yield return ("alter", new(HazardKind.LockingSql, Type) { Within = [".alter()"] });
        yield return ("modify", new(HazardKind.LockingSql, Type) { Within = ["alter table(", "modify :"] });
        yield return ("AlterField", new(HazardKind.LockingSql, Type)
        {
            Needs =
            [
                "BigIntegerField", "BigAutoField", "DecimalField", "UUIDField", "IntegerField",
                "DateTimeField", "JSONField", "FloatField", "BooleanField", "unique=True", "db_index=True",
            ],
        });
        yield return ("change_column_null", new(HazardKind.LockingSql, Null) { Needs = ["false"] });
        yield return ("addNotNullConstraint", new(HazardKind.LockingSql, Null));
    }
}
