using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

/// <summary>A file of a commit in a test.</summary>
/// <param name="Path">The bytes of its path.</param>
/// <param name="Content">Null removes it; for a submodule, the id it points to.</param>
public sealed record SandboxFile(byte[] Path, byte[]? Content)
{
    public string Mode { get; init; } = "100644";

    public static SandboxFile Text(string path, string content) =>
        new(Encoding.UTF8.GetBytes(path), Encoding.UTF8.GetBytes(content));

    public static SandboxFile Removed(string path) => new(Encoding.UTF8.GetBytes(path), null);
}

/// <summary>A commit in a test; its parent is the branch's head unless it names others.</summary>
public sealed record SandboxCommit(string Branch, params SandboxFile[] Files)
{
    public string Message { get; init; } = "Change something";

    /// <summary>`Name &lt;e-mail&gt;`.</summary>
    public string Author { get; init; } = "Dana Doe <dana@example.com>";

    public string? Committer { get; init; }

    public IReadOnlyList<Sha> Merges { get; init; } = [];

    /// <summary>The first parent where it is not the branch's head.</summary>
    public Sha? From { get; init; }

    /// <summary>True for a commit without parents on a branch that does not exist yet.</summary>
    public bool Root { get; init; }
}

/// <summary>A real repository in a folder of its own, made without anybody's configuration.</summary>
public sealed class GitSandbox : IDisposable
{
    private readonly string root;
    private readonly HashSet<string> branches = new(StringComparer.Ordinal);
    private int seconds = 1_700_000_000;

    static GitSandbox()
    {
        Environment.SetEnvironmentVariable("GIT_CONFIG_NOSYSTEM", "1");
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", "/dev/null");
    }

    public GitSandbox(params string[] initOptions)
    {
        root = System.IO.Directory.CreateTempSubdirectory("sentinel-test-").FullName;
        Directory = Path.Combine(root, "work");
        System.IO.Directory.CreateDirectory(Directory);
        Run(["init", "--quiet", "--initial-branch=main", .. initOptions]);
    }

    public string Directory { get; }

    /// <summary>A path beside the repository, for clones and work trees.</summary>
    public string Beside(string name) => Path.Combine(root, name);

    /// <summary>Runs git in the repository; what it printed, without the last line end.</summary>
    public string Run(params string[] arguments) =>
        Encoding.UTF8.GetString(Start(Directory, arguments, [])).TrimEnd('\n');

    public string RunIn(string directory, params string[] arguments) =>
        Encoding.UTF8.GetString(Start(directory, arguments, [])).TrimEnd('\n');

    /// <summary>Runs git with something to read.</summary>
    public string Feed(byte[] input, params string[] arguments) =>
        Encoding.UTF8.GetString(Start(Directory, arguments, input)).TrimEnd('\n');

    /// <summary>Stores a blob.</summary>
    public Sha Blob(byte[] content) => Sha.Parse(Feed(content, "hash-object", "-w", "--stdin"));

    public Sha Blob(string content) => Blob(Encoding.UTF8.GetBytes(content));

    /// <summary>Makes a commit without touching the work tree.</summary>
    public Sha Commit(SandboxCommit commit)
    {
        using var stream = new MemoryStream();
        void Say(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
        void Give(byte[] bytes)
        {
            Say($"data {bytes.Length}\n");
            stream.Write(bytes);
            Say("\n");
        }

        var time = seconds++.ToString(CultureInfo.InvariantCulture) + " +0000";
        Say($"commit refs/heads/{commit.Branch}\nmark :1\nauthor {commit.Author} {time}\n");
        Say($"committer {commit.Committer ?? commit.Author} {time}\n");
        Give(Encoding.UTF8.GetBytes(commit.Message));
        if (commit.From is { } parent)
            Say($"from {parent}\n");
        else if (!commit.Root && branches.Contains(commit.Branch))
            Say($"from refs/heads/{commit.Branch}^0\n");
        foreach (var merged in commit.Merges)
            Say($"merge {merged}\n");
        foreach (var file in commit.Files)
        {
            var path = "\"" + string.Concat(file.Path.Select(value => "\\" + Octal(value))) + "\"";
            if (file.Content is not { } content)
                Say($"D {path}\n");
            else if (file.Mode == "160000")
                Say($"M 160000 {Encoding.ASCII.GetString(content)} {path}\n");
            else
            {
                Say($"M {file.Mode} inline {path}\n");
                Give(content);
            }
        }

        Say("\nget-mark :1\n");
        branches.Add(commit.Branch);
        var answer = Start(Directory, ["fast-import", "--quiet", "--force"], stream.ToArray());
        return Sha.Parse(Encoding.ASCII.GetString(answer).Trim());
    }

    /// <summary>A commit that adds or changes one text file.</summary>
    public Sha Commit(string branch, string path, string content) =>
        Commit(new(branch, SandboxFile.Text(path, content)));

    /// <summary>A branch that starts where another stands.</summary>
    public void Branch(string name, string from)
    {
        Run("branch", name, from);
        branches.Add(name);
    }

    /// <summary>Gives every object a file of its own.</summary>
    public void Unpack()
    {
        Run("repack", "-adq");
        var moved = System.IO.Directory.CreateDirectory(Beside("packs")).FullName;
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(Directory, ".git", "objects", "pack")))
            File.Move(file, Path.Combine(moved, Path.GetFileName(file)));
        foreach (var pack in System.IO.Directory.GetFiles(moved, "*.pack"))
            Feed(File.ReadAllBytes(pack), "unpack-objects", "-q");
    }

    public async Task<LocalForge> Forge(string? directory = null) =>
        new(await GitRepository.Open(directory ?? Directory, CancellationToken.None));

    public ChangeReference.LocalBranch Reference(
        string? from = null, string? to = null, string? directory = null) =>
        new(directory ?? Directory, from, to);

    /// <summary>The change between two revisions, by default as `sentinel check` would choose them.</summary>
    public async Task<Change> Gather(
        string? from = null, string? to = null, LocalGathering? gathering = null) =>
        await (await Forge()).Gather(Reference(from, to), gathering ?? new(), CancellationToken.None);

    /// <summary>A program that stands in for git: a shell script.</summary>
    public GitProgram Script(string body)
    {
        var path = Beside("fake-git");
        // Written by another process: a file this one has open for writing can't be started meanwhile.
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "cat > \"$0\" && chmod +x \"$0\"", path])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
            })!;
        shell.StandardInput.Write("#!/bin/sh\n" + body + "\n");
        shell.StandardInput.Close();
        shell.WaitForExit();
        return new(path);
    }

    public void Dispose()
    {
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
            file.IsReadOnly = false;
        System.IO.Directory.Delete(root, recursive: true);
    }

    private static string Octal(byte value) => Convert.ToString(value, 8).PadLeft(3, '0');

    private static byte[] Start(string directory, IEnumerable<string> arguments, byte[] input)
    {
        var start = new ProcessStartInfo(GitProgram.Find().Path, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
            start.Environment.Remove(name);
        foreach (var role in (string[])["AUTHOR", "COMMITTER"])
        {
            start.Environment[$"GIT_{role}_NAME"] = "Dana Doe";
            start.Environment[$"GIT_{role}_EMAIL"] = "dana@example.com";
        }

        using var process = Process.Start(start)!;
        var feeding = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        feeding.Wait();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {process.ExitCode}");
    }
}
