namespace ChangeSentinel.Risks;

/// <summary>A field, argument or enum value of a GraphQL schema.</summary>
/// <param name="Arguments">What stands in its parentheses, without spaces.</param>
/// <param name="Type">Empty for an enum's value.</param>
internal sealed record GraphQlField(string Name, string Arguments, string Type)
{
    /// <summary>The field a line declares; null for prose and any other line.</summary>
    public static GraphQlField? In(string code)
    {
        var text = code.AsSpan().Trim().TrimEnd(',');
        var end = 0;
        while (end < text.Length && CodeText.IsName(text[end]))
            end++;
        if (end == 0 || char.IsDigit(text[0]))
            return null;
        var name = text[..end].ToString();
        var rest = text[end..].TrimStart();
        var arguments = "";
        if (rest.StartsWith('(') && rest.IndexOf("):") is > 0 and var close)
        {
            arguments = rest[1..close].ToString();
            rest = rest[(close + 1)..];
        }

        if (rest.StartsWith('(') && rest.Length == 1)
            return new(name, "(", "");
        if (rest.Length == 0)
            return name.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter == '_')
                ? new(name, "", "")
                : null;
        if (!rest.StartsWith(':'))
            return null;
        var type = rest[1..].Trim();
        var stop = type.IndexOfAny("@=");
        var only = (stop < 0 ? type : type[..stop]).Trim().ToString();
        return only.Length > 0 && only.All(letter => CodeText.IsName(letter) || letter is '!' or '[' or ']')
            ? new(name, arguments.Replace(" ", "", StringComparison.Ordinal), only)
            : null;
    }
}

/// <summary>Finds GraphQL types, fields, arguments and values that old queries name in vain.</summary>
internal static class GraphQl
{
    private static readonly string[] Kinds =
        ["type", "input", "interface", "enum", "union", "scalar", "directive"];

    public static void In(CodeView view, CodeHunk hunk, FoundHazards found)
    {
        var fields = hunk.New.Lines.Select(line => GraphQlField.In(line.Code)).OfType<GraphQlField>()
            .ToLookup(field => field.Name, StringComparer.Ordinal);
        for (var at = 0; at < hunk.Old.Lines.Count; at++)
        {
            var line = hunk.Old.Lines[at];
            if (!line.Removed || view.Moved(line) || Within(hunk.Old, at, removed: true))
                continue;
            if (Head(line.Code) is { } head)
            {
                if (!view.NewText.HasWord(head))
                    found.Add(HazardKind.ContractBreak, line, $"queries that name {head} fail from now on");
            }
            else if (GraphQlField.In(line.Code) is { } field && Why(field, fields, hunk.Old, at) is { } why)
                found.Add(HazardKind.ContractBreak, line, why);
        }

        for (var at = 0; at < hunk.New.Lines.Count; at++)
            Added(view, hunk, at, found);
    }

    /// <summary>`type Order` of a definition's first line; null for any other line.</summary>
    private static string? Head(string code)
    {
        var words = code.Split([' ', '{', '=', '@', '\t'], 4, StringSplitOptions.RemoveEmptyEntries);
        return words is [var kind, var name, ..] && Kinds.Contains(kind, StringComparer.Ordinal)
            && code[0] is not ' '
            ? name
            : null;
    }

    private static bool Within(CodeSide side, int at, bool removed) =>
        side.Parents(at).Any(parent => parent.Changed == removed && Head(parent.Code) is not null);

    private static bool IsInput(CodeSide side, int at) =>
        side.Parents(at).Any(parent => parent.Code.Begins("input ") || parent.Code.TrimEnd().EndsWith('('));

    private static string? Why(
        GraphQlField field, ILookup<string, GraphQlField> now, CodeSide side, int at)
    {
        if (!now.Contains(field.Name))
            return field.Type.Length == 0 && field.Arguments.Length == 0
                ? $"the value {field.Name} is no longer known"
                : $"queries that name {field.Name} fail from now on";
        if (now[field.Name].Any(other => Reads(other, field, IsInput(side, at))))
            return null;
        var changed = now[field.Name].First();
        return changed.Type == field.Type || field.Type.Length == 0
            ? $"the arguments of {field.Name} are no longer those of old queries"
            : $"{field.Name} was {field.Type} and is {changed.Type}, which old clients do not expect";
    }

    private static bool Reads(GraphQlField now, GraphQlField before, bool input)
    {
        var (stricter, laxer) = input ? (before, now) : (now, before);
        var fits = stricter.Type == laxer.Type
            || stricter.Type.Replace("!", "", StringComparison.Ordinal) == laxer.Type
            || stricter.Type == laxer.Type + "!";
        return fits && Arguments(before).All(one => Arguments(now).Contains(one, StringComparer.Ordinal))
            && Arguments(now).Except(Arguments(before), StringComparer.Ordinal)
                .All(one => !one.EndsWith('!'));
    }

    private static string[] Arguments(GraphQlField field) =>
        field.Arguments.Split(',', 200, StringSplitOptions.RemoveEmptyEntries);

    private static void Added(CodeView view, CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.New.Lines[at];
        if (!line.Added || view.IsNew || !line.Code.Contains('!', StringComparison.Ordinal))
            return;
        if (GraphQlField.In(line.Code) is { } field && field.Type.EndsWith('!')
            && !line.Code.Contains('=', StringComparison.Ordinal)
            && IsInput(hunk.New, at) && !Within(hunk.New, at, removed: true)
            && !hunk.New.Parents(at).Any(parent => parent.Added)
            && hunk.Old.Beside(line).All(old => GraphQlField.In(old.Code)?.Name != field.Name))
            found.Add(HazardKind.ContractBreak, line,
                $"requests without the new {field.Name} are refused from now on");
    }
}
