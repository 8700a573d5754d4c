using ChangeSentinel.Risks;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// Reads `paths`: a literal block whose lines are CODEOWNERS lines with a tier as second column.
/// </summary>
internal static class ReadPaths
{
    private const string Form =
        "'paths' must be a block of lines: write 'paths: |' and a line for each pattern below it";

    public static IReadOnlyList<PathTier> From(YamlCursor cursor, SourceLines source, PolicyScope scope)
    {
        if (cursor.Node is not YamlNode.Scalar { Style: YamlStyle.Literal } block)
        {
            cursor.Error(cursor.Node is YamlNode.Scalar { Style: YamlStyle.Folded }
                ? "'>' joins the lines of 'paths'; write 'paths: |'"
                : Form);
            return [];
        }

        var read = new List<PathTier>();
        var line = block.Place.Line;
        foreach (var text in block.Text.AsSpan().EnumerateLines())
        {
            if (++line > source.Count || scope.Findings.IsDecided)
                break;
            if (Line(new(text.ToString(), source, line), scope) is { } path)
                read.Add(path);
        }

        if (read.Count == 0 && !scope.Findings.HasErrors)
            cursor.Error("'paths' has no line; '*  low' says that every file has the lowest tier");
        return read;
    }

    private static PathTier? Line(PathLine line, PolicyScope scope)
    {
        var words = line.Words();
        if (words is not [var first, ..])
            return null;
        var pattern = scope.Pattern(first.Text, first.Place);
        var tier = TierOf(words, scope);
        return pattern is null || tier is null
            ? null
            : new(pattern, tier.Value, Owners(words, scope.Findings), first.Place);
    }

    private static IReadOnlyList<string> Owners(IReadOnlyList<PathWord> words, DiagnosticBag findings) => words switch
    {
        [_, _] => [],
        [_, _, var only] => IsOwner(only, findings) ? [only.Text] : [],
        _ =>
        [
            .. words.Skip(2).Where(word => IsOwner(word, findings)).Select(word => word.Text)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ],
    };

    private static Tier? TierOf(IReadOnlyList<PathWord> words, PolicyScope scope)
    {
        if (words is [_, var second, ..] && !second.Text.Contains('@', StringComparison.Ordinal))
            return scope.Tier(second.Text, second.Place);
        var tiers = string.Join(", ", scope.Tiers.Names);
        if (words is [var (pattern, place)])
            scope.Findings.Error(
                place, $"no tier stands after '{YamlQuote.Of(pattern)}'; write one of {tiers}");
        else
            scope.Findings.Error(
                words[1].Place, $"a tier stands before the owners; write one of {tiers} before them");
        return null;
    }

    private static bool IsOwner(PathWord word, DiagnosticBag findings)
    {
        if (Mention.Is(word.Text))
            return true;
        if (!Mention.IsEmail(word.Text))
        {
            findings.Error(word.Place, $"'{YamlQuote.Of(word.Text)}' is no owner; write @user or @org/team");
            return false;
        }

        findings.Warning(
            word.Place,
            $"the e-mail '{YamlQuote.Of(word.Text)}' never matches an approver; write @user or @org/team");
        return true;
    }
}
