namespace ChangeSentinel.Risks;

/// <summary>Judges one command: what it destroys; null where it destroys nothing that is missed.</summary>
internal static class JudgeCommand
{
    private const int MostPaths = 100;

    private static readonly HashSet<string> Printing = new(
        [
            "echo", "printf", "print", "log", "warn", "info", "die", "fail", "cat", "usage", "error", "debug",
            "log_info", "msg", "say", "puts", "logger", "alias", "grep", "man", "Write-Host", "Write-Output",
            "help", "rem", "REM", "awk",
        ],
        StringComparer.Ordinal);

    public static string? Why(ShellCommand command, ScriptFacts facts)
    {
        if (Printing.Contains(command.Name)
            || command.HasAny("--dry-run", "--dryrun", "--dry-run=client", "--dry-run=server", "--help",
                "--what-if",
                "--check", "-WhatIf"))
            return null;
        return JudgeCloudCommand.Why(command) ?? JudgeDatabaseCommand.Why(command) ?? OfFiles(command, facts)
            ?? OfDisks(command) ?? OfGit(command) ?? OfDownload(command);
    }

    private static string? OfFiles(ShellCommand command, ScriptFacts facts) => command.Name switch
    {
        "rm" when command.HasFlag('r') || command.HasFlag('R') || command.Has("--recursive") =>
            command.Arguments.Take(MostPaths).Select(path => RemovedPaths.Why(path,
                facts)).FirstOrDefault(why => why is not null),
        "rm" => command.Arguments.Any(path => path is "/*" or "*")
            ? "this removes every file where the script stands" : null,
        "find" => Find(command, facts),
        "chmod" when (command.HasFlag('R') || command.Has("--recursive"))
            && command.Words.Any(word => word is "777" or "0777" or "a+rwx" or "a+w" or "o+w" or "ugo+rwx") =>
            "everyone on the machine may change every file below",
        "chown" when command.HasFlag('R')
            && command.Arguments.Any(path => path is "/" or "/*" or "/etc" or "/usr") =>
            "this takes the system's files away from their owners",
        "shred" => "what is shredded can't be brought back",
        "truncate" when !command.Arguments.All(RemovedPaths.IsMadeAgain) =>
            "what is cut off a file can't be brought back",
        "rsync" when command.HasAny("--delete", "--delete-after", "--delete-excluded")
            && command.Words[^1] is "/" =>
            "rsync --delete removes whatever the source lacks",
        "Remove-Item" or "ri" when command.Words.Any(word => word.Begins("-Rec"))
            && command.Words.Any(word => word.Begins("-Fo"))
            && command.Arguments.Any(path => !RemovedPaths.IsMadeAgain(path.Replace('\\', '/'))) =>
            "this removes a folder with everything in it for good",
        "rd" or "rmdir" or "RD" when command.HasAny("/s", "/S") && command.HasAny("/q", "/Q")
            && !RemovedPaths.IsMadeAgain(command.Words[^1].Replace('\\', '/')) =>
            "this removes a folder with everything in it for good",
        "format" when command[1].EndsWith(':') => "this empties a whole disk",
        "crontab" when command.HasFlag('r') => "this removes every scheduled job of the user",
        "userdel" when command.HasFlag('r') => "this removes a user with the home folder",
        _ => null,
    };

    private static string? Find(ShellCommand command, ScriptFacts facts)
    {
        var deletes = command.Has("-delete") || (command.HasAny("-exec", "-execdir") && command.Has("rm"))
            || command.Piped is "rm";
        if (!deletes)
            return null;
        var patterns = command.Words.Where((_, index) => index > 0
            && command[index - 1] is "-name" or "-iname" or "-path" or "-regex" or "-wholename").ToList();
        var start = command[1];
        return patterns.Any(RemovedPaths.IsMadeAgain) || patterns.Any(IsLeftover)
            || RemovedPaths.IsMadeAgain(start)
            || start.Begins("/tmp") || facts.IsThrownAway
            ? null
            : $"find removes whatever it comes upon below {(start.Length > 0 ? start : ".")}";
    }

    private static bool IsLeftover(string pattern) =>
        pattern.HasAny(".pyc", "__pycache__", ".o", ".class", ".log", ".tmp", ".bak", "~", ".DS_Store",
            ".orig", ".swp",
            ".pid", ".map", ".d.ts", ".cache");

    private static string? OfDisks(ShellCommand command) => command.Name switch
    {
        "dd" when command.Words.Any(word => word.StartsWith("of=/dev/", StringComparison.Ordinal)
            || word.StartsWith("of=$", StringComparison.Ordinal)) && !command.Has("of=/dev/null") =>
            "dd overwrites a whole disk",
        var name when name.StartsWith("mkfs", StringComparison.Ordinal) || name is "mke2fs" or "mkswap" =>
            "making a file system empties the disk",
        "wipefs" or "blkdiscard" or "sgdisk" when command.Words.Any(word => word.StartsWith('-'))
            || command.Name is "blkdiscard" =>
            "this wipes a disk's contents or partitions",
        "parted" when command.HasAny("mklabel", "rm") => "this wipes a disk's partitions",
        "lvremove" or "vgremove" or "pvremove" => "this removes a volume with everything on it",
        "zfs" or "zpool" when command[1] is "destroy" => "this destroys a file system with its snapshots",
        "btrfs" when command.Has("delete") => "this removes a subvolume with everything in it",
        "cryptsetup" when command.HasAny("luksFormat", "erase",
            "luksErase") => "this makes the disk's contents unreadable",
        "Format-Volume" or "Clear-Disk" => "this empties a whole disk",
        _ => null,
    };

    private static string? OfGit(ShellCommand command)
    {
        if (command.Name is not "git")
            return command.Name is "gh"
                && command.Words.Skip(1).Take(3).Contains("delete", StringComparer.Ordinal)
                && command[1] is "repo" or "release"
                ? $"gh {command[1]} delete can't be undone"
                : null;
        var push = command.Words.ToList().IndexOf("push");
        if (push < 0)
            return command.HasAny("filter-branch", "filter-repo")
                ? "rewriting history takes commits away from everyone" : null;
        if (command.Words.Any(word => word.StartsWith("--force-with-lease", StringComparison.Ordinal)))
            return null;
        var rest = command.Words.Skip(push + 1).ToList();
        if (rest.Contains("--force", StringComparer.Ordinal)
            || rest.Contains("--mirror", StringComparer.Ordinal)
            || rest.Any(word => word.Length is > 1 and < 5 && word[0] == '-' && word[1] != '-'
                && word.Contains('f', StringComparison.Ordinal))
            || rest.Any(word => word.Length > 1 && word[0] == '+'))
            return "a forced push throws away what others pushed in the meantime";
        return rest.Contains("--delete", StringComparer.Ordinal) ? "this deletes a branch or tag for everyone"
            : null;
    }

    private static string? OfDownload(ShellCommand command)
    {
        const string Why = "whatever the address serves today runs here unread";
        if (command.Name is "curl" or "wget"
            && command.Piped is "sh" or "bash" or "zsh" or "python" or "python3" or "perl")
            return Why;
        return command.Name is "sh" or "bash" or "zsh" or "source"
            && command.Words.Any(word => word.StartsWith("<(curl", StringComparison.Ordinal)
                || word.StartsWith("<(wget", StringComparison.Ordinal))
            ? Why
            : null;
    }
}
