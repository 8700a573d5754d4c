using ChangeSentinel.Approvals;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads a policy's rungs: a list of `- name: [members]`, lowest first.</summary>
internal static class ReadSeniority
{
    private const int Most = 20;

    private static readonly string[] RepositoryRoles = ["read", "triage", "write", "maintain", "admin"];

    /// <summary>Null where there is none or no rung of it can be used.</summary>
    public static Seniority? From(YamlCursor? cursor, DiagnosticBag findings)
    {
        if (cursor is null)
            return null;
        var rungs = new List<Rung>();
        var items = cursor.Items("a rung of 'seniority'");
        foreach (var item in items.Take(Most))
            if (Rung(item, rungs, findings) is { } rung)
                rungs.Add(rung);
        if (items.Count > Most)
            cursor.Error($"'seniority' names {items.Count} rungs; the most is {Most}");
        if (cursor.IsList && items.Count == 0)
            cursor.Error("'seniority' names no rung; list them, lowest first, or remove it");
        return rungs.Count == 0 ? null : new(rungs);
    }

    private static Rung? Rung(YamlCursor item, List<Rung> before, DiagnosticBag findings)
    {
        if (item.Node is YamlNode.Mapping { Entries.Count: not 1 })
        {
            item.Error("a rung of 'seniority' is one name and its members: - senior: [\"@org/team\"]");
            return null;
        }

        if (item.Entries() is not [var (key, value)])
            return null;
        if (!PlainName.Is(key.Text))
            findings.Error(key.Place, $"'{YamlQuote.Of(key.Text)}' can't name a rung; {PlainName.Rule}");
        if (before.Any(rung => rung.Name == key.Text))
            findings.Error(key.Place, $"rung '{YamlQuote.Of(key.Text)}' is named twice");
        return new(before.Count, key.Text, Members(value, findings), key.Place);
    }

    private static IReadOnlyList<string> Members(YamlCursor value, DiagnosticBag findings)
    {
        var members = value.Texts("a member");
        foreach (var member in members)
        {
            if (member.Text.StartsWith("role:", StringComparison.Ordinal))
                CheckRole(member, findings);
            else if (!Mention.Is(member.Text))
                findings.Error(
                    member.Place,
                    $"'{YamlQuote.Of(member.Text)}' is no member; write @user, @org/team or role:NAME");
        }

        return [.. members.Select(member => member.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static void CheckRole(YamlNode.Scalar member, DiagnosticBag findings)
    {
        var role = member.Text["role:".Length..];
        if (string.IsNullOrWhiteSpace(role))
            findings.Error(member.Place, $"'role:' names no repository role (GitHub's own: {Known})");
        else if (!RepositoryRoles.Contains(role, StringComparer.Ordinal) &&
            NearestName.Among(role, RepositoryRoles) is { } near)
            findings.Warning(
                member.Place,
                $"'{YamlQuote.Of(role)}' is not a role of GitHub's own: did you mean '{near}'? ({Known})");
    }

    private static string Known => string.Join(", ", RepositoryRoles);
}
