using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Finds calls of database libraries that delete or rewrite all rows or documents.</summary>
internal static class UnscopedWrites
{
    /// <summary>What a line must hold to be looked at.</summary>
    public static string[] Marks { get; } =
    [
        "delete_all", "destroy_all", "update_all", "objects.all()", "Many(", "_many(", "dropDatabase",
        "drop_database", ".flushall", ".flushdb",
    ];

    private static readonly SearchValues<string> AnyMark =
        SearchValues.Create(Marks, StringComparison.OrdinalIgnoreCase);

    public static void In(CodeView view, FoundHazards found)
    {
        foreach (var line in view.Hunks.SelectMany(hunk => hunk.New.Lines).Where(line => line.Added))
        {
            if (Why(line.Code) is { } why)
                found.Add(HazardKind.DestructiveSql, line, why);
        }
    }

    private static string? Why(string code)
    {
        if (!code.AsSpan().ContainsAny(AnyMark))
            return null;
        foreach (var call in (string[])["delete_all", "destroy_all", "update_all"])
        {
            if (code.IndexOfWord(call) is var at and > 0 && Model(code, at) is { } model)
                return call == "update_all" ? $"update_all rewrites every row of {model}"
                    : $"{call} empties {model}";
        }

        if (code.Has("objects.all().delete()") || code.Has("objects.all().update("))
            return $"a query without a filter touches every row of {code.NameFrom(0).Split('.')[0]}";
        if (code.Has("deleteMany({})") || code.Has("delete_many({})") || code.Has("deleteMany()")
            || code.Has("updateMany({},") || code.Has("update_many({},"))
            return "an empty filter touches every document of the collection";
        if (code.Has(".dropDatabase()") || code.Has("drop_database("))
            return "dropping a database deletes everything in it";
        return code.Has(".flushall()")
            || code.Has(".flushdb()") ? "flushing deletes every key of the store" : null;
    }

    /// <summary>The model a call is made on directly, with no condition between; null elsewhere.</summary>
    private static string? Model(string code, int at)
    {
        if (code[at - 1] != '.')
            return null;
        var start = at - 1;
        while (start > 0 && (CodeText.IsName(code[start - 1]) || code[start - 1] is '.' or ':'))
            start--;
        var chain = code[start..(at - 1)];
        foreach (var scope in (string[])[".unscoped", ".all"])
            chain = chain.EndsWith(scope, StringComparison.Ordinal) ? chain[..^scope.Length] : chain;
        return chain.Length > 0 && char.IsUpper(chain[0]) && !chain.Contains('.', StringComparison.Ordinal)
            ? chain
            : null;
    }
}
