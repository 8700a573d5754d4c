namespace ChangeSentinel.Risks;

/// <summary>What a file is for, told from its path.</summary>
internal enum FileRole
{
    Source,
    Test,
    Documentation,

    /// <summary>Made by a tool or copied from elsewhere: lock files, vendored code, dumps.</summary>
    Generated,
}

/// <summary>Reads a file's role from its path.</summary>
internal static class FileRoles
{
    private static readonly HashSet<string> TestFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "spec", "specs", "e2e", "testdata", "fixture", "fixtures", "testing", "snapshots",
        "cypress", "mocks", "testutil", "testutils",
    };

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "mdx", "markdown", "rst", "adoc", "asciidoc", "txt", "tex", "org", "pod", "ipynb", "docx",
        "pdf",
    };

    private static readonly HashSet<string> DocumentFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "doc", "docs", "documentation", "examples", "example", "samples", "man", "appendices",
    };

    private static readonly HashSet<string> ForeignFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "vendor", "third_party", "thirdparty", "dist", "bower_components", ".yarn", "Pods",
    };

    private static readonly string[] GeneratedEndings =
    [
        ".lock", "-lock.json", "-lock.yaml", ".lockb", "go.sum", ".min.js", ".min.css", ".map", ".snap",
        ".pb.go", "_pb2.py", "_pb2_grpc.py", ".pb.cc", ".pb.h", ".g.cs", ".designer.cs", "modelsnapshot.cs",
        ".terraform.lock.hcl", "/db/schema.rb", "/db/structure.sql", ".svg", ".csv", ".tsv", ".po", ".pot",
        ".resx", ".xlf", ".ndjson", "npm-shrinkwrap.json",
    ];

    private static readonly string[] Code =
        ["js", "jsx", "ts", "tsx", "mjs", "cjs", "py", "rb", "go", "java", "kt", "cs", "php", "ex", "exs",
            "rs"];

    public static FileRole Of(string path)
    {
        var role = OfFolders(path);
        if (role is not FileRole.Source)
            return role;
        if (GeneratedEndings.Any(("/" + path).EndsWithIgnoringCase) || path.Has(".generated."))
            return FileRole.Generated;
        if (IsTestName(path))
            return FileRole.Test;
        return Documents.Contains(Extension(path)) && !FileName(path).Has("CMakeLists")
            || FileName(path).ToUpperInvariant() is "LICENSE" or "NOTICE" or "AUTHORS" or "CHANGELOG"
                or "README"
            ? FileRole.Documentation
            : FileRole.Source;
    }

    /// <summary>The name behind the last slash.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// What stands behind the last full stop of the name, in lower case; empty without one.
    /// </summary>
    public static string Extension(string path)
    {
        var name = FileName(path);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name.Begins(".env") ? "env" : name[(dot + 1)..].ToLowerInvariant();
    }

    public static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static FileRole OfFolders(string path)
    {
        var isCode = Code.Contains(Extension(path), StringComparer.Ordinal);
        var role = FileRole.Source;
        foreach (var folder in Folder(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ForeignFolders.Contains(folder))
                return FileRole.Generated;
            if (folder is "specs" or "spec" or "testing" && !isCode)
                continue;
            if (TestFolders.Contains(folder) || Identifiers.Words(folder).Any(TestFolders.Contains))
                role = FileRole.Test;
            else if (DocumentFolders.Contains(folder) && !(isCode && folder is not ("examples" or "samples")))
                role = role is FileRole.Test ? role : FileRole.Documentation;
        }

        return role;
    }

    private static bool IsTestName(string path)
    {
        var name = FileName(path);
        var stem = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : name;
        if (Extension(path) is "bats" or "feature")
            return true;
        if (!Code.Contains(Extension(path), StringComparer.Ordinal)
            && Extension(path) is not ("dart" or "swift" or "scala" or "st" or "cpp" or "cc" or "c"
                or "groovy" or "m"))
            return false;
        return stem.StartsWith("test_", StringComparison.Ordinal) || stem is "conftest"
            || stem.EndsWith("_test", StringComparison.Ordinal)
                || stem.EndsWith("_spec", StringComparison.Ordinal)
            || stem.EndsWith(".test", StringComparison.Ordinal)
                || stem.EndsWith(".spec", StringComparison.Ordinal)
            || stem.EndsWith("-test", StringComparison.Ordinal)
                || stem.EndsWith("-spec", StringComparison.Ordinal)
            || stem.EndsWith("_tests", StringComparison.Ordinal)
                || stem.EndsWith(".cy", StringComparison.Ordinal)
            || stem.EndsWith("Test", StringComparison.Ordinal)
                || stem.EndsWith("Tests", StringComparison.Ordinal)
            || stem.EndsWith("Spec", StringComparison.Ordinal)
                || stem.EndsWith("IT", StringComparison.Ordinal)
            || stem.EndsWith("TestCase", StringComparison.Ordinal);
    }
}
