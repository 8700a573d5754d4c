using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Which files hold commands.</summary>
internal static class Shell
{
    /// <summary>How programs hand a command to a shell.</summary>
    public static string[] Calls { get; } =
    [
        "system(", "exec(", "execSync(", "spawn(", "subprocess.", "shell_exec(", "popen(", "check_call(",
        "exec.Command(", "sh(", "sh '", "sh \"", "run(", "Command::new(", "os.system", "shell(", "passthru(",
        "ProcessBuilder(", "local(",
    ];

    private static readonly SearchValues<string> AnyCall =
        SearchValues.Create(Calls, StringComparison.Ordinal);

    /// <summary>Whether the name alone says that the file is a script with # comments.</summary>
    public static bool IsScriptName(string path)
    {
        var name = FileRoles.FileName(path);
        return name is "Makefile" or "makefile" or "GNUmakefile" or "Justfile" or "justfile" or "Dockerfile"
            or "Containerfile" or "Procfile" or "Vagrantfile" or "Rakefile" or "Gemfile" or ".env"
            || name.Begins("Dockerfile.") || name.Begins(".env.") || name.EndsWithIgnoringCase(".dockerfile");
    }

    /// <summary>Whether each of its lines is a command.</summary>
    public static bool IsScript(CodeView view) =>
        view.Extension is "sh" or "bash" or "zsh" or "ksh" or "fish" or "ps1" or "psm1" or "bat" or "cmd"
            or "mk"
        || IsScriptName(view.Path) || (view.Extension.Length == 0 && view.Name.Length > 0);

    /// <summary>Whether commands stand in it as values: builds, manifests, package scripts.</summary>
    public static bool HoldsCommands(CodeView view) =>
        view.Extension is "yml" or "yaml" or "json" or "toml" or "ini" or "service" or "tf" or "jenkinsfile"
            or "cfg";

    /// <summary>The command that a line of a program hands to a shell; null where it hands none.</summary>
    public static string? Handed(string code)
    {
        if (!code.AsSpan().ContainsAny(AnyCall))
            return null;
        var call = Calls.FirstOrDefault(one => code.Contains(one, StringComparison.Ordinal));
        if (call is null)
            return null;
        var parts = code[code.IndexOf(call, StringComparison.Ordinal)..].Split(['"', '\''], 60);
        return parts.Length < 3 ? null : string.Join(' ', parts.Where((_, index) => index % 2 == 1));
    }

    /// <summary>Whether a build makes and throws away the machine the commands run on.</summary>
    public static bool IsThrownAway(CodeView view) =>
        view.Name.Has("Dockerfile") || view.Name.Has("Containerfile") || Workflow.IsOne(view.Path);
}
