using ChangeSentinel.Approvals;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `require`: when somebody must agree, and who.</summary>
internal static class ReadRequire
{
    private const int MostApprovals = 100;

    private static readonly string[] Demands = ["approvals", "from", "owners", "distinct_team", "strength"];

    private static readonly string[] Keys =
        ["tier", "ai", "author_below", "paths", "services", "hazard", .. Demands];

    /// <summary>Null where the policy has none; an empty list is one that asks for nobody.</summary>
    public static IReadOnlyList<RequireRule>? From(YamlCursor? cursor, PolicyScope scope)
    {
        if (cursor is null)
            return null;
        var items = cursor.Items("a rule of 'require'");
        if (cursor.IsList && items.Count == 0)
            scope.Findings.Warning(
                cursor.Place, "'require' is empty: nobody is asked about anything but the policy and workflows");
        return [.. items.Select(item => One(item, scope)).OfType<RequireRule>()];
    }

    private static RequireRule? One(YamlCursor item, PolicyScope scope)
    {
        if (item.Keys(Keys) is not { } keys)
            return null;
        if (!Demands.Any(keys.Has))
            scope.Findings.Warning(
                item.Place, "the rule demands nothing, so it asks for one approval by anyone; say 'approvals'");
        return new()
        {
            Tier = scope.Tier(keys.At("tier")),
            Ai = keys.At("ai") is { } ai ? Ai(ai) : AiCondition.Any,
            AuthorBelow = scope.Rung(keys.At("author_below")),
            Paths = scope.Patterns(keys.At("paths")),
            Services = scope.ServiceNames(keys.At("services")),
            Hazards = ReadHazards.From(keys.At("hazard"), scope.Findings),
            Approvals = keys.At("approvals")?.Count(0, MostApprovals) ?? 1,
            From = scope.Rung(keys.At("from")),
            Owners = keys.At("owners")?.Flag() ?? false,
            DistinctTeam = keys.At("distinct_team")?.Flag() ?? false,
            Strength = Strength(keys.At("strength")),
            Place = item.Place,
        };
    }

    private static AiCondition Ai(YamlCursor cursor)
    {
        if (cursor.Node is YamlNode.Scalar { Kind: YamlScalarKind.Flag })
            return cursor.Flag() == true ? AiCondition.AgentOrAssisted : AiCondition.Neither;
        if (cursor.Node is YamlNode.Scalar { Text: "agent" })
            return AiCondition.AgentOnly;
        var found = cursor.Node is YamlNode.Scalar scalar ? $"; found '{YamlQuote.Of(scalar.Text)}'" : "";
        cursor.Error($"'ai' must be true (agent or assisted), agent (agent only) or false (neither){found}");
        return AiCondition.Any;
    }

    private static ApprovalStrength Strength(YamlCursor? cursor) =>
        cursor?.Word(["chat", "github"]) == "github" ? ApprovalStrength.GitHub : ApprovalStrength.Chat;
}
