using System.Globalization;

namespace ChangeSentinel.Risks;

/// <summary>
/// Finds protobuf fields, values, methods and messages whose number, type or name is taken away.
/// </summary>
internal static class Protobuf
{
    public static void In(CodeView view, CodeHunk hunk, FoundHazards found)
    {
        var fields =
            hunk.New.Lines.Select(line => ProtobufField.In(line.Code)).OfType<ProtobufField>().ToList();
        var now = new Declared(
            fields.ToLookup(field => field.Number),
            fields.ToLookup(field => field.Name, StringComparer.Ordinal),
            hunk.New.Lines
                .SelectMany(line => ProtobufField.Reserved(line.Code))
                .ToHashSet(StringComparer.Ordinal));
        for (var at = 0; at < hunk.Old.Lines.Count; at++)
        {
            var line = hunk.Old.Lines[at];
            if (line.Removed && !view.Moved(line) && Why(view, hunk, at, now) is { } why)
                found.Add(HazardKind.ContractBreak, line, why);
        }

        foreach (var line in hunk.New.Lines.Where(line => line.Added))
        {
            if (line.Code.TrimStart().Begins("required ") && ProtobufField.In(line.Code) is { } field)
                found.Add(HazardKind.ContractBreak, line,
                    $"messages without the required {field.Name} are refused from now on");
        }
    }

    private static string? Why(
        CodeView view, CodeHunk hunk, int at, Declared now)
    {
        var code = hunk.Old.Lines[at].Code;
        if (ProtobufField.In(code) is { } field)
            return InRemovedBlock(hunk.Old, at) ? null : OfField(field, now);
        if (ProtobufField.Reserved(code) is { Count: > 0 } numbers)
            return numbers.FirstOrDefault(number => !now.Reserved.Contains(number)) is { } freed
                ? $"{freed} is no longer reserved, so old messages may be read as something else"
                : null;
        var words = code.Split([' ', '\t', '(', '{', ';'], 4, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["message" or "enum" or "service" or "rpc"
                or "oneof", var name, ..] when !Declares(view, words[0], name) =>
                words[0] is "oneof" || InRemovedBlock(hunk.Old, at)
                    ? null
                    : $"whoever uses {words[0]} {name} fails from now on",
            ["rpc", var name, ..] when Declares(view, "rpc", name) && !InRemovedBlock(hunk.Old, at) =>
                $"rpc {name} takes or returns another message than its callers know",
            ["package", var name, ..] => $"without package {name} every type and service has another name",
            _ => null,
        };
    }

    private static string? OfField(
        ProtobufField field, Declared now)
    {
        var number = field.Number.ToString(CultureInfo.InvariantCulture);
        if (now.Reserved.Contains(number))
            return null;
        var named = now.ByName[field.Name].ToList();
        if (named.Count > 0 && named.All(one => one.Number != field.Number))
            return $"{field.Name} moves from number {number} to {named[0].Number}, "
                + "so old messages are misread";
        if (now.Fields[field.Number].Any(field.Reads))
            return null;
        if (now.Fields[field.Number].FirstOrDefault() is { } other)
            return $"field {number} was {field.Type} {field.Name} and is read as {other.Type} {other.Name}"
                .Replace(
                "  ", " ", StringComparison.Ordinal);
        return $"{field.Name} is removed and its number {number} is not reserved";
    }

    private static bool Declares(CodeView view, string what, string name)
    {
        var at = view.NewText.IndexOf($"{what} {name}", StringComparison.Ordinal);
        return at >= 0 && (at + what.Length + 1 + name.Length is var end
            && (end >= view.NewText.Length || !CodeText.IsName(view.NewText[end])));
    }

    /// <summary>
    /// Whether the message or service the line stands in is removed too, which is told once.
    /// </summary>
    private static bool InRemovedBlock(CodeSide old, int at) => old.Parent(at) is >= 0 and var parent
        && old.Lines[parent].Removed && !old.Lines[parent].Code.Has("oneof ");

    /// <summary>What a hunk declares at the head.</summary>
    private sealed record Declared(
        ILookup<int, ProtobufField> Fields, ILookup<string, ProtobufField> ByName, HashSet<string> Reserved);
}
