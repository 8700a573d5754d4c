using System.Buffers;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Risks;

/// <summary>
/// What the text of a program must hold before its hazards are looked for: most changes hold none of it.
/// </summary>
internal static class ProgramMarks
{
    private static readonly HashSet<string> Programs = new(
        [
            "py", "rb", "go", "java", "kt", "kts", "scala", "groovy", "cs", "fs", "vb", "php", "js", "ts",
            "mjs", "cjs", "tsx", "jsx", "ex", "exs", "swift", "dart", "clj", "cpp", "cc", "c", "h", "hpp",
            "lua", "erl", "pl", "vue", "svelte", "m", "mm", "css", "scss", "html", "erb", "hbs",
        ],
        StringComparer.Ordinal);

    /// <summary>Statements as programs hold them, with what stands behind their verb.</summary>
    private static readonly string[] Statements =
    [
        "delete from", "drop ", "truncate", "update ", "alter table", "create index", "create unique",
        "reindex", "vacuum", "lock table", "refresh materialized", "where", "create table", "drop_",
        "dropTable", "dropColumn", "remove_column", "removeColumn",
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create(
        [
            .. AuthNames.Roots, .. Limit.Roots, .. AccessHazards.InPrograms, .. Shell.Calls,
                .. CloudProgram.Marks,
            .. DestroyGuards.Marks, .. UnscopedWrites.Marks, .. MigrationSteps.Marks, .. Statements,
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is worth reading as code.</summary>
    public static bool MayStandIn(string path, Patch patch)
    {
        if (!Programs.Contains(FileRoles.Extension(path)) || MigrationSteps.IsMigration(path))
            return true;
        foreach (var hunk in patch.Hunks)
        {
            foreach (var line in hunk.Lines)
            {
                if (line.Side is not LineSide.Context && line.Text.AsSpan().ContainsAny(Any))
                    return true;
            }
        }

        return false;
    }
}
