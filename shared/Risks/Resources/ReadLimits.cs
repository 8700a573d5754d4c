namespace ChangeSentinel.Risks;

/// <summary>Reads the limits that a line of configuration or code sets.</summary>
internal static class ReadLimits
{
    private static readonly HashSet<string> Configuration = new(
        [
            "yaml", "yml", "json", "toml", "ini", "properties", "env", "conf", "cnf", "cfg", "tf", "tfvars",
            "hcl", "xml", "config", "tpl", "service", "json5", "hocon", "dockerfile", "sh", "mk", "",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> General = new(
        ["max", "min", "size", "limit", "count", "maximum", "minimum", "value", "requests", "initial",
            "core"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Code = new(
        [
            "py", "rb", "go", "java", "kt", "kts", "scala", "cs", "fs", "php", "js", "ts", "mjs", "cjs",
            "tsx", "jsx", "rs", "ex", "exs", "swift", "groovy", "gradle", "dart", "clj", "cpp", "cc", "c",
            "h", "hpp", "lua", "erl", "pl",
        ],
        StringComparer.Ordinal);

    public static bool Reads(string extension) =>
        Configuration.Contains(extension) || Code.Contains(extension);

    public static IEnumerable<Limit> In(CodeView view, CodeSide side, int at)
    {
        var code = side.Lines[at].Code;
        if (code.IndexOf("-Xmx", StringComparison.Ordinal) is >= 0 and var heap)
            yield return new("-Xmx", code.NameFrom(heap + 4));
        if (!Limit.MayStandIn(code) && !General.Contains(code.NameFrom(0)))
            yield break;
        var found = Code.Contains(view.Extension) ? InCode(side, at) : InConfiguration(view, side, at);
        foreach (var limit in found)
        {
            if (Limit.IsValue(limit.Value))
                yield return limit;
        }
    }

    private static IEnumerable<Limit> InConfiguration(CodeView view, CodeSide side, int at)
    {
        var code = side.Lines[at].Code;
        if (view.Extension is "xml" or "config")
            return InMarkup(code);
        if (Flags(code) is { Count: > 0 } flags)
            return flags;
        if (Setting.In(code) is { } setting)
        {
            var name = setting.Key;
            if (General.Contains(name) && side.Parent(at) is >= 0 and var parent)
                name = $"{Setting.In(side.Lines[parent].Code)?.Key}.{name}";
            return Limit.IsName(name) ? [new(name, setting.Value)] : [];
        }

        var words = code.Trim().TrimEnd(';').Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return view.Extension is "conf" or "cnf" or "cfg" && words is [var directive, var value]
            && Limit.IsName(directive)
            ? [new(directive, value)]
            : [];
    }

    /// <summary>`--timeout 120`, `--workers=4`.</summary>
    private static List<Limit> Flags(string code)
    {
        List<Limit> flags = [];
        for (var at = code.IndexOf("--", StringComparison.Ordinal); at >= 0 && flags.Count < 20;
            at = code.IndexOf("--", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < code.Length && (CodeText.IsName(code[end]) || code[end] == '-'))
                end++;
            var name = code[(at + 2)..end];
            if (Limit.IsName(name) && end < code.Length && code[end] is ' ' or '=')
                flags.Add(new("--" + name, code.NameFrom(end)));
        }

        return flags;
    }

    private static IEnumerable<Limit> InMarkup(string code)
    {
        var named = code.IndexOf("name=\"", StringComparison.Ordinal);
        var valued = code.IndexOf("value=\"", StringComparison.Ordinal);
        if (named >= 0 && valued >= 0)
            return Limit.IsName(code.NameFrom(named + 6))
                ? [new(code.NameFrom(named + 6), code.NameFrom(valued + 7))] : [];
        var open = code.IndexOf('<', StringComparison.Ordinal);
        var close = code.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open && code.IndexOf("</", close, StringComparison.Ordinal) > close
            && Limit.IsName(code.NameFrom(open))
            ? [new(code.NameFrom(open), code.NameFrom(close))]
            : [];
    }

    private static IEnumerable<Limit> InCode(CodeSide side, int at)
    {
        var text = ProgramText.WithoutProse(side.Lines[at].Code);
        foreach (var name in Identifiers.In(text))
        {
            if ((Limit.IsName(name.Text) || (General.Contains(name.Text) && IsOfPool(side, at)))
                && Value(text, name) is { } value)
                yield return new(name.Text, value);
        }
    }

    /// <summary>Whether `max` or `size` stands in what makes a pool or a limiter.</summary>
    private static bool IsOfPool(CodeSide side, int at) => side.Parent(at) is >= 0 and var parent
        && side.Lines[parent].Code.HasAny("pool", "limiter", "worker", "queue", "retry");

    /// <summary>What is assigned or handed over behind a name; null where nothing is.</summary>
    private static string? Value(string text, Identifier name)
    {
        var at = name.End;
        while (at < text.Length && text[at] is ' ' or '"' or '\'' or ']')
            at++;
        if (at >= text.Length)
            return null;
        var mark = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        var sets = mark switch
        {
            '=' => next is not ('=' or '~'),
            ':' => next is not ':' || name.End != at,
            '(' => at == name.End,
            _ => false,
        };
        if (!sets)
            return null;
        var from = mark is '=' && next is '>' ? at + 2 : mark is ':' && next is '=' ? at + 2 : at + 1;
        var end = from;
        while (end < text.Length && end < from + 80 && text[end] is not (',' or ';' or ')'))
            end++;
        var value = text[from..end].Trim();
        var isCall = mark is '(' && !value.AsSpan().TrimStart("\"'-").StartsWithDigit() && !value.HasAny(
            "duration", "seconds", "second", "minute", "timespan", "milli", "hour");
        return isCall || value.HasAny("==", "=>", "->", "||", "&&", "?") ? null : value;
    }

    private static bool StartsWithDigit(this ReadOnlySpan<char> text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]);
}
