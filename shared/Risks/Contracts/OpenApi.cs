namespace ChangeSentinel.Risks;

/// <summary>
/// Finds paths, operations, properties and values that are taken out of an OpenAPI file, and new demands.
/// </summary>
internal static class OpenApi
{
    private static readonly HashSet<string> Methods = new(
        ["get", "put", "post", "delete", "patch", "options", "head", "trace"], StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new(
        [
            "description", "example", "examples", "summary", "title", "externaldocs", "tags", "deprecated",
            "default", "operationid", "info", "version", "contact", "license", "servers", "url", "format",
            "nullable", "readonly",
        ],
        StringComparer.Ordinal);

    public static void In(CodeView view, CodeHunk hunk, FoundHazards found)
    {
        for (var at = 0; at < hunk.Old.Lines.Count; at++)
        {
            var line = hunk.Old.Lines[at];
            if (line.Removed && !view.Moved(line) && !InRemovedBlock(hunk.Old, at)
                && Removed(hunk, at) is { } why)
                found.Add(HazardKind.ContractBreak, line, why);
        }

        for (var at = 0; at < hunk.New.Lines.Count; at++)
        {
            if (hunk.New.Lines[at].Added && !view.IsNew && Added(hunk, at) is { } why)
                found.Add(HazardKind.ContractBreak, hunk.New.Lines[at], why);
        }
    }

    private static bool InRemovedBlock(CodeSide old, int at) => old.Parent(at) is >= 0 and var parent
        && old.Lines[parent].Removed && Setting.In(old.Lines[parent].Code) is { Value: "" or "{" or "[" };

    private static string Key(CodeLine line) => Setting.In(line.Code)?.Key ?? "";

    /// <summary>
    /// The key of the block a line stands in; list items may stand as far left as their key.
    /// </summary>
    private static string Parent(CodeSide side, int at)
    {
        var isItem = side.Lines[at].Code.TrimStart().StartsWith("- ", StringComparison.Ordinal);
        for (var above = at - 1; above >= 0 && above > at - 200; above--)
        {
            var line = side.Lines[above];
            if (line.Blank || line.Indent > side.Lines[at].Indent
                || (line.Indent == side.Lines[at].Indent && !(isItem && line.Code.TrimEnd().EndsWith(':'))))
                continue;
            return line.Code.Trim() is "{" or "[" ? "" : Key(line);
        }

        return "";
    }

    private static string? Removed(CodeHunk hunk, int at)
    {
        var line = hunk.Old.Lines[at];
        if (Setting.In(line.Code) is not { } setting)
            return OfItem(hunk, at);
        var beside = hunk.New.Beside(line)
            .Select(now => Setting.In(now.Code))
            .OfType<Setting>()
            .Where(now => now.Key == setting.Key).ToList();
        var parent = Parent(hunk.Old, at);
        if (setting.Key is "type" or "$ref" && beside.Count > 0 && parent is not ("security" or "properties"))
            return beside[0].Value != setting.Value
                ? $"what was {setting.Value} is {beside[0].Value}, which old clients do not expect"
                : null;
        if (beside.Count > 0 || line.Code.TrimStart().StartsWith("- name", StringComparison.Ordinal)
            && !hunk.Old.Children(at).Append(Next(hunk.Old, at)).Any(child => Key(child) is "in"))
            return null;
        if (setting.Key.StartsWith('/'))
            return $"requests to {setting.Key} are answered with not found from now on";
        if (Methods.Contains(setting.Key) && parent is "" or ['/', ..] && setting.Value is "" or "{")
            return $"clients that send {setting.Key.ToUpperInvariant()} get no answer from now on";
        if (line.Code.TrimStart().StartsWith("- name", StringComparison.Ordinal))
            return $"the parameter {setting.Value} is no longer read";
        if (setting.Key.Length == 3 && char.IsAsciiDigit(setting.Key[0]) && parent is "responses" or "")
            return $"clients that expect the answer {setting.Key} no longer get it";
        return IsShape(hunk.Old, at, parent, setting)
            ? $"clients that use {setting.Key} find nothing"
            : null;
    }

    private static CodeLine Next(CodeSide side, int at) =>
        at + 1 < side.Lines.Count ? side.Lines[at + 1] : default;

    /// <summary>
    /// Whether the key names a property or a schema: by its parent, or else by its own type.
    /// </summary>
    private static bool IsShape(CodeSide old, int at, string parent, Setting setting)
    {
        if (parent is "properties" or "schemas" or "definitions" or "parameters")
            return true;
        return parent.Length == 0 && !Words.Contains(setting.Plain)
            && setting.Key is not ("schema" or "items" or "properties" or "content" or "allOf" or "oneOf"
                or "anyOf")
            && (setting.Value.HasAny("\"type\"", "\"$ref\"", "{ type:", "{type:")
                || old.Children(at).Any(child => Key(child) is "type" or "$ref"))
                    && !setting.Key.Contains('.', StringComparison.Ordinal);
    }

    private static string? OfItem(CodeHunk hunk, int at)
    {
        var value = hunk.Old.Lines[at].Code.Trim().TrimStart('-').Trim(' ', ',', '"', '\'');
        return value.Length > 0 && Parent(hunk.Old, at) is "enum"
            ? $"the value {value} is no longer allowed"
            : null;
    }

    private static string? Added(CodeHunk hunk, int at)
    {
        var line = hunk.New.Lines[at];
        if (hunk.New.Parents(at).Any(parent => parent.Added && !IsItem(parent)
            && Key(parent) is not "required"))
            return null;
        var parent = Parent(hunk.New, at);
        if (Setting.In(line.Code) is not { } setting)
        {
            var name = line.Code.Trim().TrimStart('-').Trim(' ', ',', '"', '\'');
            return parent is "required" && name.Length > 0 && name[0] is not (']' or '[' or '{' or '}')
                && !IsAnswer(hunk, at)
                ? $"requests without {name} are refused from now on"
                : null;
        }

        if (setting.Key is not "required" || IsAnswer(hunk, at))
            return null;
        if (setting.IsTrue)
            return "requests without this parameter are refused from now on";
        var before = hunk.Old.Beside(line).Select(old => Setting.In(old.Code))
            .FirstOrDefault(old => old?.Key is "required")?.Value ?? "";
        var added = Names(setting.Value).Except(Names(before), StringComparer.Ordinal).FirstOrDefault();
        return added is null ? null : $"requests without {added} are refused from now on";
    }

    /// <summary>Whether the line begins a parameter of a list.</summary>
    private static bool IsItem(CodeLine line) =>
        line.Code.TrimStart().StartsWith("- ", StringComparison.Ordinal) && Key(line) is "name" or "in";

    private static bool IsAnswer(CodeHunk hunk, int at) =>
        hunk.New.Parents(at).Any(parent => Key(parent) is var key
            && key.HasAny("response", "reply", "result"));

    private static IEnumerable<string> Names(string list) => list.StartsWith('[')
        ? list.Trim('[', ']').Split(',',
            500).Select(name => name.Trim(' ', '"', '\'')).Where(name => name.Length > 0)
        : [];
}
