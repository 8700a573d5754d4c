namespace ChangeSentinel.Risks;

/// <summary>Finds changes of code that decides who may do what, and secrets that are written down.</summary>
internal static class SecurityHazards
{
    private const int Near = 3;

    private static readonly HashSet<string> Code = new(
        [
            "py", "rb", "go", "java", "kt", "kts", "scala", "cs", "fs", "vb", "php", "js", "ts", "mjs", "cjs",
            "tsx", "jsx", "rs", "ex", "exs", "swift", "groovy", "dart", "clj", "cpp", "cc", "c", "h", "hpp",
            "lua", "erl", "pl", "vue", "svelte", "cshtml", "m", "mm", "st", "cr", "razor",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Configuration = new(
        ["yaml", "yml", "json", "toml", "ini", "properties", "env", "conf", "cfg", "config", "tf", "tfvars",
            "sh", "bash"],
        StringComparer.Ordinal);

    private static readonly string[] Unspoken =
    [
        "import ", "from ", "using ", "require(", "require ", "#include", "use ", "package ", "namespace ",
        "export {", "const {", "log.", "logger.", "console.", "print", "fmt.Print", "puts ", "<",
        "export * from", "throw ", "raise ",
    ];

    public static void In(CodeView view, FoundHazards found)
    {
        var isCode = Code.Contains(view.Extension);
        var isConfiguration = Configuration.Contains(view.Extension) || view.Name.Begins(".env");
        if (view.Role is not FileRole.Source || !(isCode || isConfiguration))
            return;
        foreach (var hunk in view.Hunks)
        {
            var reports = hunk.Changed
                .Where(line => !view.Moved(line))
                .Select(line => (Line: line, Why: Why(view, hunk, line, isCode)))
                .Where(report => report.Why is not null)
                .GroupBy(report => report.Line.Run);
            foreach (var run in reports)
                Report([.. run], found);
        }
    }

    /// <summary>
    /// Notes where a run of changes begins to matter; what stands further down is the same thing to look at.
    /// </summary>
    private static void Report(IReadOnlyList<(CodeLine Line, string? Why)> run, FoundHazards found)
    {
        var added = run.Any(report => report.Line.Added);
        var first = run.First(report => report.Line.Added == added).Line.At;
        foreach (var (line, why) in run)
        {
            if (line.Added == added
                && (line.At <= first + Near
                || why!.Contains(" stands in the repository", StringComparison.Ordinal)))
                found.Add(HazardKind.SecurityCode, line, why!);
        }
    }

    private static string? Why(CodeView view, CodeHunk hunk, CodeLine line, bool isCode)
    {
        if (!AuthNames.MayStandIn(line.Code))
            return null;
        if (line.Added && WrittenSecrets.Why(line.Code, view.Extension) is { } secret)
            return secret;
        if (isCode)
            return OfCode(line.Code) ?? OfCookie(hunk, line);
        return OfSwitch(line.Code);
    }

    private static string? OfCode(string code)
    {
        var trimmed = code.TrimStart();
        if (Unspoken.Any(start => trimmed.StartsWith(start, StringComparison.Ordinal)))
            return null;
        var bare = ProgramText.WithoutTexts(code);
        if (AuthNames.IsCertain(bare) || (AuthNames.IsCertain(code) && !ProgramText.IsProse(code)))
            return $"{code.Cut(60)} decides who may do what, so a mistake lets others in or locks people out";
        return AuthNames.In(bare) is { } name
            ? $"{name} decides who may do what, so a mistake lets others in or locks people out"
            : null;
    }

    private static string? OfCookie(CodeHunk hunk, CodeLine line)
    {
        if (Setting.In(line.Code) is not { } setting
            || setting.Plain[(setting.Plain.LastIndexOf('.') + 1)..] is not ("secure" or "httponly"
                or "samesite"))
            return null;
        var side = line.Added ? hunk.New : hunk.Old;
        var at = side.From(line.At);
        var isCookie = side.Parents(at).Any(parent => parent.Code.HasAny("cookie", "session"))
            || side.Siblings(at).Any(sibling => sibling.Code.HasAny("cookie", "httpOnly", "sameSite"));
        return isCookie ? $"the cookie's {setting.Key} decides who can read or send it" : null;
    }

    /// <summary>A setting that switches a check on or off.</summary>
    private static string? OfSwitch(string code)
    {
        if (Setting.In(code) is not { } setting || !(setting.IsTrue || setting.IsFalse))
            return null;
        var words = Identifiers.Words(setting.Key);
        if (words.Any(word => word is "public" or "pub"))
            return null;
        var isCheck = AuthNames.IsOne(setting.Key)
            || words.Any(word => word is "insecure" or "anonymous" or "mtls")
            || (words.Any(word => word is "verify" or "validate")
                && words.Any(word => word is "ssl" or "tls" or "cert"));
        return isCheck ? $"{setting.Key} switches a check of who may do what" : null;
    }
}
