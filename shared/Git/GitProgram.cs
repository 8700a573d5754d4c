using System.Collections;
using System.Diagnostics;

namespace ChangeSentinel.Git;

/// <summary>
/// The `git` that is started, always by its whole path: never a file of that name in the repository.
/// </summary>
/// <param name="Path">Absolute.</param>
public sealed record GitProgram(string Path)
{
    // What git may learn from our own environment; every other GIT_ variable would move or alter what is
    // read.
    private static readonly string[] Inherited =
    [
        "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    ];

    private static readonly (string Name, string Value)[] Hardened =
    [
        ("LC_ALL", "C"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_PAGER", "cat"),
        ("GIT_NO_REPLACE_OBJECTS", "1"),
        ("GIT_GRAFT_FILE", "/dev/null"),
        ("GIT_ATTR_NOSYSTEM", "1"),
        // A partial clone stays as it is: newer versions know the first, all know the second.
        ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_ALLOW_PROTOCOL", "none"),
        // Without this git flushes its output after every commit it prints.
        ("GIT_FLUSH", "0"),
    ];

    // Settings of the user that would change what is printed, or start something.
    private static readonly string[] Settings =
    [
        "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.attributesFile=/dev/null",
        "-c", $"core.bigFileThreshold={LargestText}",
        "-c", "advice.graftFileDeprecated=false",
        "-c", "color.ui=false",
        "-c", "diff.suppressBlankEmpty=false",
        "-c", "log.showSignature=false",
        "-c", "merge.conflictStyle=merge",
        "-c", "i18n.logOutputEncoding=UTF-8",
    ];

    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Bytes of a file from which on git treats it as binary, and does not load it.</summary>
    public const int LargestText = 32 << 20;

    /// <summary>How long git may say nothing before it is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The first `git` in the absolute folders of PATH.</summary>
    /// <exception cref="GitException">There is none.</exception>
    public static GitProgram Find() => FindIn(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <inheritdoc cref="Find"/>
    public static GitProgram FindIn(string searchPath)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in searchPath.Split(System.IO.Path.PathSeparator))
        {
            if (!System.IO.Path.IsPathFullyQualified(folder))
                continue;
            var path = System.IO.Path.Combine(folder, name);
            if (File.Exists(path) && IsExecutable(path))
                return new(path);
        }

        throw new GitException(
            GitFailure.GitMissing, "git was not found in the folders of PATH; install git 2.30 or later.");
    }

    /// <summary>How git is started in a folder, with the hardened environment and settings.</summary>
    internal ProcessStartInfo Start(string directory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, [.. Settings, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (variable.Key is string name && IsUnwanted(name))
                start.Environment.Remove(name);
        foreach (var (name, value) in Hardened)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsUnwanted(string name) =>
        name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("GIT_CONFIG", StringComparison.OrdinalIgnoreCase)
        && !Inherited.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None;
}
