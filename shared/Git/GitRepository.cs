using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>
/// A local repository, read through the `git` command: one streamed process per question, never a write.
/// </summary>
/// <remarks>
/// The folder alone says which repository is meant: GIT_DIR, GIT_WORK_TREE and their like are not inherited,
/// so a hook that runs before the new objects are kept (pre-receive) can't be served. The user's settings
/// change nothing that is read here, and `.gitattributes` can't hide a file: every question but <see
/// cref="IsDirty"/> is asked in a view without work tree and index.
/// </remarks>
public sealed class GitRepository
{
    private const int AnswerLimit = 10_000;

    private readonly GitProgram git;
    private readonly Dictionary<string, string> view;

    private GitRepository(GitProgram git, string gitDirectory)
    {
        this.git = git;
        GitDirectory = gitDirectory;
        view = new(StringComparer.Ordinal)
        {
            ["GIT_DIR"] = gitDirectory,
            ["GIT_WORK_TREE"] = gitDirectory,
            ["GIT_INDEX_FILE"] = Path.Combine(gitDirectory, "changesentinel-has-no-index"),
        };
    }

    /// <summary>Absolute; a linked work tree's own.</summary>
    public string GitDirectory { get; }

    /// <summary>
    /// The top of the work tree, absolute; null where the repository is bare or the folder is inside `.git`.
    /// </summary>
    public string? TopLevel { get; private init; }

    public bool Bare { get; private init; }

    /// <summary>`sha1` or `sha256`.</summary>
    public string ObjectFormat { get; private init; } = "sha1";

    /// <summary>Commits whose parents were not fetched; empty unless the clone is shallow.</summary>
    public IReadOnlySet<Sha> ShallowCommits { get; private init; } = new HashSet<Sha>();

    /// <summary>The id of the tree without entries, which git knows without storing it.</summary>
    public Sha EmptyTree => Sha.Parse(ObjectFormat == "sha256"
        ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
        : "4b825dc642cb6eb9a060e54bf8d69288fbee4904");

    /// <summary>Opens the repository a folder is in.</summary>
    /// <exception cref="GitException">There is no git or no repository, or git refuses to read
    /// it.</exception>
    public static Task<GitRepository> Open(string directory, CancellationToken cancellationToken) =>
        Open(directory, GitProgram.Find(), cancellationToken);

    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    public static async Task<GitRepository> Open(
        string directory, GitProgram git, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
            throw new GitException(GitFailure.NotARepository, $"there is no folder '{directory}'");
        var whole = Path.GetFullPath(directory);
        string[] facts =
        [
            "rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository",
            "--show-object-format", "--show-cdup", "--absolute-git-dir",
        ];
        await using var process = GitProcess.Start(new(git, whole, facts));
        var lines = await Records(process, (byte)'\n', cancellationToken);
        await process.Finish([0], cancellationToken);

        var hasTop = lines.Count > 4
            && (lines[4].Length == 0 || lines[4].StartsWith("..", StringComparison.Ordinal));
        var gitDirectory = string.Join('\n', lines.Skip(hasTop ? 5 : 4));
        if (lines.Count < 5 || lines[3] is not ("sha1" or "sha256")
            || !Path.IsPathFullyQualified(gitDirectory))
            throw process.Garbled("its facts about the repository are incomplete");
        return new(git, gitDirectory)
        {
            Bare = lines[0] == "true",
            ObjectFormat = lines[3],
            TopLevel = !hasTop || lines[1] != "true" ? null
                : lines[4].Length == 0 ? Path.TrimEndingDirectorySeparator(whole)
                : await Top(git, whole, cancellationToken),
            ShallowCommits = ReadShallow(gitDirectory, shallow: lines[2] == "true"),
        };
    }

    // Asked by itself: a bare repository would fail, and a folder may be reached through a symlink.
    private static async Task<string> Top(
        GitProgram git, string directory, CancellationToken cancellationToken)
    {
        await using var process = GitProcess.Start(new(git, directory, ["rev-parse", "--show-toplevel"]));
        var lines = await Records(process, (byte)'\n', cancellationToken);
        await process.Finish([0], cancellationToken);
        return string.Join('\n', lines);
    }

    /// <summary>
    /// The commit each revision names, null where it names none; asked in one process, and never read as
    /// options.
    /// </summary>
    public async Task<IReadOnlyList<Sha?>> Resolve(
        IReadOnlyList<string> revisions, CancellationToken cancellationToken)
    {
        // A name with a control character is none of git's; `^{commit}` would end up on a line of its own.
        var input = revisions.Select(name => name.Any(char.IsControl) || name.Length == 0 ? ".." : name);
        await using var process = Start(
            ["cat-file", "--batch-check=%(objectname) %(objecttype)"],
            [.. input.Select(name => name + "^{commit}")]);
        var commits = new List<Sha?>(revisions.Count);
        while (commits.Count < revisions.Count && await process.Output.Read((byte)'\n', cancellationToken))
        {
            var answer = GitText.Text(process.Output.Record.Span);
            commits.Add(
                answer.EndsWith(" commit", StringComparison.Ordinal)
                && Sha.TryParse(answer[..^7], out var sha) ? sha : null);
        }

        if (commits.Count < revisions.Count)
            throw await process.BrokenOff("it left revisions out", cancellationToken);
        await process.Finish([0], cancellationToken);
        return commits;
    }

    /// <summary>
    /// The branch that is checked out, without `refs/heads/`; null where the head is detached.
    /// </summary>
    public async Task<string?> CurrentBranch(CancellationToken cancellationToken)
    {
        var (_, lines) = await Ask(["symbolic-ref", "-q", "HEAD"], [0, 1], cancellationToken);
        return lines is [var name] && name.StartsWith("refs/heads/", StringComparison.Ordinal)
            ? name[11..] : null;
    }

    /// <summary>The best common ancestors of two commits, the one `git diff A...B` takes first.</summary>
    public async Task<IReadOnlyList<Sha>> MergeBases(Sha left, Sha right, CancellationToken cancellationToken)
    {
        var (_, lines) = await Ask(
            ["merge-base", "--all", left.ToString(), right.ToString()], [0, 1], cancellationToken);
        return [.. lines.Select(Sha.Parse)];
    }

    /// <summary>
    /// Names of refs with where symbolic ones point, `""` otherwise, by patterns of `git for-each-ref`.
    /// </summary>
    public async Task<IReadOnlyList<(string Name, string Target)>> Refs(
        IReadOnlyList<string> patterns, CancellationToken cancellationToken)
    {
        var (_, lines) = await Ask(
            ["for-each-ref", $"--count={AnswerLimit}", "--format=%(refname) %(symref)", "--", .. patterns],
            [0],
            cancellationToken);
        return [.. lines.Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[^1]))];
    }

    /// <summary>A setting's value; null where it is not set.</summary>
    public async Task<string?> Setting(string name, CancellationToken cancellationToken)
    {
        var (_, lines) = await Ask(["config", "--get", name], [0, 1], cancellationToken);
        return lines is [var value] ? value : null;
    }

    /// <summary>
    /// Whether files that git follows differ from what is committed; false without a work tree.
    /// </summary>
    public async Task<bool> IsDirty(CancellationToken cancellationToken)
    {
        if (TopLevel is null)
            return false;
        string[] status =
        [
            "status", "--porcelain=v1", "-z", "--untracked-files=no", "--no-renames",
            "--ignore-submodules=all",
        ];
        await using var process = GitProcess.Start(new(git, TopLevel, status));
        if (await process.Output.Read(0, cancellationToken))
            return true;
        await process.Finish([0], cancellationToken);
        return false;
    }

    /// <summary>Starts a question in the view without work tree and index.</summary>
    internal GitProcess Start(IReadOnlyList<string> arguments, IReadOnlyList<string>? input = null) =>
        GitProcess.Start(new(git, GitDirectory, arguments) { Environment = view, Input = input ?? [] });

    /// <summary>A question whose answer is a few lines.</summary>
    internal async Task<(int ExitCode, IReadOnlyList<string> Lines)> Ask(
        IReadOnlyList<string> arguments, IReadOnlyList<int> expected, CancellationToken cancellationToken)
    {
        await using var process = Start(arguments);
        var lines = await Records(process, (byte)'\n', cancellationToken);
        return (await process.Finish(expected, cancellationToken), lines);
    }

    private static async Task<IReadOnlyList<string>> Records(
        GitProcess process, byte delimiter, CancellationToken cancellationToken)
    {
        process.Output.Limit = 1 << 16;
        var records = new List<string>();
        while (await process.Output.Read(delimiter, cancellationToken))
        {
            if (process.Output.Cut || records.Count == AnswerLimit)
                throw process.Garbled("the answer is longer than any it documents");
            records.Add(GitText.Text(process.Output.Record.Span));
        }

        return records;
    }

    private static HashSet<Sha> ReadShallow(string gitDirectory, bool shallow)
    {
        if (!shallow)
            return [];
        var pointer = Path.Combine(gitDirectory, "commondir");
        var shared = File.Exists(pointer)
            ? Path.Combine(gitDirectory, File.ReadAllText(pointer).TrimEnd('\n')) : gitDirectory;
        var commits = new HashSet<Sha>();
        foreach (var line in File.ReadLines(Path.Combine(shared, "shallow")))
            if (Sha.TryParse(line.Trim(), out var sha))
                commits.Add(sha);
        return commits;
    }
}
