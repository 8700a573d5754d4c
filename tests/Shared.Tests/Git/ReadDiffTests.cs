using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Git;

public static class ReadDiffTests
{
    [Fact]
    public static async Task Every_kind_of_change_is_read_with_modes_blobs_and_lines()
    {
        using var git = new GitSandbox();
        var body = string.Concat(Enumerable.Range(1, 20).Select(line => $"line {line}\n"));
        git.Commit(new(
            "main",
            SandboxFile.Text("edited.txt", "one\ntwo\n"),
            SandboxFile.Text("removed.txt", "gone\n"),
            SandboxFile.Text("old/name.txt", body),
            SandboxFile.Text("run.sh", "echo\n"),
            SandboxFile.Text("target", "x\n") with { Mode = "120000" },
            new([(byte)'b'], [1, 0, 2])));
        git.Branch("feature", "main");
        git.Commit(new(
            "feature",
            SandboxFile.Text("edited.txt", "one\nzwei\ndrei\n"),
            SandboxFile.Removed("removed.txt"),
            SandboxFile.Removed("old/name.txt"),
            SandboxFile.Text("new/name.txt", body + "line 21\n"),
            SandboxFile.Text("run.sh", "echo\n") with { Mode = "100755" },
            SandboxFile.Text("target", "a file now\n"),
            SandboxFile.Text("empty.txt", ""),
            new([(byte)'b'], [1, 0, 3])));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal(
            [
                "b Modified 100644>100644 +0 -0 binary",
                "edited.txt Modified 100644>100644 +2 -1",
                "empty.txt Added >100644 +0 -0",
                "new/name.txt Renamed 100644>100644 +1 -0",
                "removed.txt Removed 100644> +0 -1",
                "run.sh Modified 100644>100755 +0 -0",
                "target TypeChanged 120000>100644 +1 -1",
            ],
            files.Select(Line));
        Assert.Equal(["new/name.txt", "old/name.txt"], files[3].Paths);
        Assert.Equal(files[5].Old!.Blob, files[5].New!.Blob);
        Assert.Equal(git.Blob("one\nzwei\ndrei\n"), files[1].New!.Blob);
        Assert.Equal(
            [
                new(LineSide.Context, 1, 1, "one"), new(LineSide.Removed, 2, 0, "two"),
                new(LineSide.Added, 0, 2, "zwei"), new(LineSide.Added, 0, 3, "drei"),
            ],
            Lines(files[1]));
    }

    [Fact]
    public static async Task Attack_19_a_submodule_and_a_symlink_count_as_the_file()
    {
        using var git = new GitSandbox();
        SandboxFile Pointer(char digit) =>
            SandboxFile.Text("vendor/lib", new string(digit, 40)) with { Mode = "160000" };
        git.Commit(new("main", Pointer('1'), SandboxFile.Text("link", "a") with { Mode = "120000" }));
        git.Branch("feature", "main");
        git.Commit(
            new("feature", Pointer('2'), SandboxFile.Text("link", "/etc/passwd") with { Mode = "120000" }));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal(
            ["link Modified 120000>120000 +1 -1", "vendor/lib Modified 160000>160000 +1 -1"],
            files.Select(Line));
        Assert.Equal(new string('2', 40), files[1].New!.Blob.ToString());
        Assert.Contains(Lines(files[0]), line => line is { Side: LineSide.Added, Text: "/etc/passwd" });
    }

    public static TheoryData<byte[], string> OddNames => new()
    {
        { "new\nline"u8.ToArray(), "new\nline" },
        { "a\ndiff --git a/x b/x"u8.ToArray(), "a\ndiff --git a/x b/x" },
        { "a\n@@ -1 +1 @@\n+DROP TABLE x;"u8.ToArray(), "a\n@@ -1 +1 @@\n+DROP TABLE x;" },
        { "tab\there"u8.ToArray(), "tab\there" },
        { "\"quoted\" 'name'"u8.ToArray(), "\"quoted\" 'name'" },
        { "back\\slash"u8.ToArray(), "back\\slash" },
        { " leading and trailing "u8.ToArray(), " leading and trailing " },
        { "-rf"u8.ToArray(), "-rf" },
        { ":(exclude)x"u8.ToArray(), ":(exclude)x" },
        { "日本語/ü.txt"u8.ToArray(), "日本語/ü.txt" },
        { "exe\u202Etxt.cod"u8.ToArray(), "exe\u202Etxt.cod" },
        { [0x63, 0xE9, 0xFF, 0x2E, 0x63], "c\\351\\377.c" },
    };

    [Theory]
    [MemberData(nameof(OddNames))]
    public static async Task Odd_names_are_read_as_they_are_and_never_taken_for_a_patch(
        byte[] name, string shown)
    {
        using var git = new GitSandbox();
        git.Commit("main", "z.txt", "z\n");
        git.Branch("feature", "main");
        git.Commit(new("feature", new(name, "content\n"u8.ToArray()), SandboxFile.Text("z.txt", "y\n")));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal(2, files.Count);
        var file = Assert.Single(files, file => file.Path == shown);
        Assert.Equal([new(LineSide.Added, 0, 1, "content")], Lines(file));
    }

    [Fact]
    public static async Task Attack_19_a_rename_out_of_a_folder_with_an_odd_name_counts_under_both()
    {
        using var git = new GitSandbox();
        var body = string.Concat(Enumerable.Range(1, 20).Select(line => $"line {line}\n"));
        git.Commit(new("main", SandboxFile.Text("guarded/a\tb", body)));
        git.Branch("feature", "main");
        git.Commit(new("feature", SandboxFile.Removed("guarded/a\tb"), SandboxFile.Text("free/a\nb", body)));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal(["free/a\nb", "guarded/a\tb"], Assert.Single(files).Paths);
        Assert.Empty(Lines(files[0]));
    }

    [Fact]
    public static async Task A_pull_request_cannot_hide_its_lines_behind_its_own_gitattributes()
    {
        using var git = new GitSandbox();
        git.Commit("main", "db/1.sql", "SELECT 1;\n");
        git.Branch("feature", "main");
        git.Commit(new(
            "feature",
            SandboxFile.Text(".gitattributes", "*.sql -diff\n"),
            SandboxFile.Text("db/.gitattributes", "* binary linguist-generated\n"),
            SandboxFile.Text("db/1.sql", "DROP TABLE refunds;\n")));
        git.Run("checkout", "--quiet", "feature");

        var files = Files(await git.Gather());

        var sql = Assert.Single(files, file => file.Path == "db/1.sql");
        Assert.False(sql.Binary);
        Assert.Contains(Lines(sql), line => line is { Side: LineSide.Added, Text: "DROP TABLE refunds;" });
    }

    [Fact]
    public static async Task The_users_settings_change_nothing()
    {
        using var git = new GitSandbox();
        var body = string.Concat(Enumerable.Range(1, 30).Select(line => $"line {line}\n"));
        git.Commit(new("main", SandboxFile.Text("a.sql", body), SandboxFile.Text("moved.txt", body + "x\n")));
        git.Branch("feature", "main");
        git.Commit(new(
            "feature",
            SandboxFile.Text("a.sql", body.Replace("line 15", "line  15", StringComparison.Ordinal)),
            SandboxFile.Removed("moved.txt"),
            SandboxFile.Text("there.txt", body + "y\n"),
            SandboxFile.Text("ü.txt", "ü\n")));
        git.Run("checkout", "--quiet", "feature");
        var calm = await git.Gather();

        foreach (var (name, value) in HostileSettings(git))
            git.Run("config", "--add", name, value);
        File.WriteAllText(git.Beside("order"), "ü*\nthere*\n");
        File.AppendAllText(Path.Combine(git.Directory, ".gitattributes"), "*.sql diff=evil\n");
        var disturbed = await git.Gather();

        Assert.Equal(Files(calm).Select(Line), Files(disturbed).Select(Line));
        Assert.Equal(Files(calm).SelectMany(Lines), Files(disturbed).SelectMany(Lines));
        Assert.Equal(Commits(calm), Commits(disturbed));
        Assert.False(File.Exists(git.Beside("started")));
    }

    [Fact]
    public static async Task A_repository_with_sha256_ids_is_read_the_same()
    {
        using var git = new GitSandbox("--object-format=sha256");
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        var head = git.Commit("feature", "b", "b\n");

        var change = await git.Gather("main", "feature");
        var root = await git.Gather(null, "main");

        Assert.Equal(head, change.Head);
        Assert.Equal(64, Files(change)[0].New!.Blob.ToString().Length);
        Assert.Equal("a Added >100644 +1 -0", Line(Assert.Single(Files(root))));
    }

    [Fact]
    public static async Task Lines_that_are_not_UTF_8_are_read_with_replacement_characters()
    {
        using var git = new GitSandbox();
        git.Commit("main", "a", "a\n");
        git.Branch("feature", "main");
        git.Commit(new("feature", new SandboxFile("latin"u8.ToArray(), [0x63, 0xE9, 0x0A])));

        var files = Files(await git.Gather("main", "feature"));

        Assert.Equal([new(LineSide.Added, 0, 1, "c\uFFFD")], Lines(Assert.Single(files)));
    }

    private static IEnumerable<(string Name, string Value)> HostileSettings(GitSandbox git)
    {
        var script = git.Beside("started");
        return
        [
            ("diff.external", $"touch {script};"), ("diff.evil.command", $"touch {script};"),
            ("diff.evil.textconv", $"touch {script};"), ("diff.evil.binary", "true"), ("color.ui", "always"),
            ("color.diff", "always"), ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"),
            ("diff.orderFile", git.Beside("order")), ("diff.algorithm", "patience"),
            ("diff.renames", "false"),
            ("diff.renameLimit", "1"), ("diff.context", "0"), ("diff.interHunkContext", "20"),
            ("diff.suppressBlankEmpty", "true"), ("diff.ignoreSubmodules", "all"), ("diff.submodule", "log"),
            ("diff.relative", "true"), ("core.quotepath", "true"),
            ("core.attributesFile", git.Beside("attributes")),
            ("core.bigFileThreshold", "1"), ("core.pager", $"touch {script};"),
            ("core.fsmonitor", $"touch {script};"),
            ("core.hooksPath", git.Beside("hooks")), ("log.follow", "true"), ("log.showSignature", "true"),
            ("log.mailmap", "true"), ("log.decorate", "full"), ("format.pretty", "oneline"),
            ("notes.displayRef", "refs/notes/*"), ("status.short", "true"),
            ("status.showUntrackedFiles", "all"),
            ("i18n.logOutputEncoding", "ISO-8859-1"), ("alias.log", $"!touch {script}"),
            ("alias.diff-tree", $"!touch {script}"), ("log.date", "iso"), ("log.diffMerges", "combined"),
        ];
    }

    private static IReadOnlyList<ChangedFile> Files(Change change) =>
        [.. Assert.IsType<Known<IReadOnlyList<ChangedFile>>.Fact>(change.Files).Value
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static IReadOnlyList<Commit> Commits(Change change) =>
        Assert.IsType<Known<IReadOnlyList<Commit>>.Fact>(change.Commits).Value;

    private static IEnumerable<PatchLine> Lines(ChangedFile file) =>
        Assert.IsType<Known<Patch>.Fact>(file.Patch).Value.Lines;

    private static string Line(ChangedFile file) =>
        $"{file.Path} {file.Change} {file.Old?.Mode}>{file.New?.Mode} +{file.Added} -{file.Removed}"
        + (file.Binary ? " binary" : "");
}
