using ChangeSentinel.Changes;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Finds the policy of the files people work on, without asking git.</summary>
internal static class FindPolicy
{
    /// <summary>The folder at or above this one that holds a repository; null outside of one.</summary>
    public static string? Root(string directory)
    {
        for (var folder = Path.GetFullPath(directory); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Exists(Path.Combine(folder, ".git")))
                return folder;

        return null;
    }

    /// <summary>The policy's path below the root; null where there is none.</summary>
    public static string? In(string root) =>
        PolicyFiles.Candidates.FirstOrDefault(candidate => File.Exists(Path.Combine(root, candidate)));

    /// <summary>The policy `--policy` names, or that of the repository around the folder.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static FoundPolicy Open(string? named, string directory)
    {
        if (named is not null)
        {
            var file = Path.GetFullPath(named, directory);
            if (!File.Exists(file))
                throw new CommandException($"there is no policy file '{named}'");
            var around = Path.GetDirectoryName(file)!;
            return Read(new(named, file), Root(around) ?? around);
        }

        if (Root(directory) is not { } root)
            throw new CommandException($"'{directory}' is not in a git repository; name a policy with --policy FILE");
        if (In(root) is not { } path)
            throw new CommandException(
                $"this repository has no policy ({Places}); 'sentinel init' writes a first one, "
                + "--policy FILE names another");
        return Read(new(path, Path.Combine(root, path)), root);
    }

    /// <summary>A text file below a root, or null; more than the policy's limit is not read.</summary>
    public static SourceFile? Text(string root, string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file) ? ReadText(new(path, file)) : null;
    }

    /// <summary>Where a policy may stand, for messages.</summary>
    public static string Places => string.Join(", ", PolicyFiles.Candidates);

    private static FoundPolicy Read(NamedFile named, string root)
    {
        var file = ReadText(named);
        var baseline = LocalBaseline(file) is { } path ? Text(root, path) : null;
        return new(PolicyParser.Parse(file, baseline), root);
    }

    /// <summary>The path of a baseline of the same repository; null where the policy names none such.</summary>
    public static string? LocalBaseline(SourceFile policy) =>
        ReadExtends.In(policy) is { } extends
        && BaselineReference.Parse(extends) is BaselineReference.Local { Path: var path }
            ? path
            : null;

    private static SourceFile ReadText(NamedFile named)
    {
        // One byte over the limit is enough for the guard to say so.
        const int Limit = (1 << 20) + 1;
        using var stream = File.OpenRead(named.File);
        var bytes = new byte[Math.Min(Limit, Math.Max(stream.Length, 0))];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return new(named.Shown, System.Text.Encoding.UTF8.GetString(bytes, 0, length));
    }

    private readonly record struct NamedFile(string Shown, string File);
}

/// <summary>A policy that was found, as far as it could be read.</summary>
/// <param name="Root">The folder its paths are relative to.</param>
internal sealed record FoundPolicy(PolicyReading Reading, string Root);
