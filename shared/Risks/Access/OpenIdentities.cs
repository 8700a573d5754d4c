namespace ChangeSentinel.Risks;

/// <summary>
/// Judges lines that give a role or an account more rights: IAM, cloud roles, cluster roles.
/// </summary>
internal static class OpenIdentities
{
    private static readonly string[] Administrators =
    [
        "AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "roles/owner", "roles/editor",
        "system:unauthenticated", "system:anonymous", "system:masters",
    ];

    private static readonly HashSet<string> Rights = new(
        ["action", "actions", "notaction", "verbs", "principal", "principals", "identifiers", "aws",
            "resources"],
        StringComparer.Ordinal);

    public static string? Why(OpenPlace place)
    {
        if (Administrators.FirstOrDefault(place.Code.Has) is { } administrator
            && !place.Code.Has("description"))
            return $"{administrator} gives rights over everything";
        if (place.Setting is { Key: "name" or "cluster_role" or "clusterRole" } role
            && role.Value.Is("cluster-admin") && (role.Key != "name" || place.IsIn("roleRef", "ClusterRole")))
            return "cluster-admin may do anything in the cluster";
        if (place.Setting is { Key: "role_definition_name" } azure && azure.Value is "Owner" or "Contributor"
            or "User Access Administrator")
            return $"{azure.Value} may change everything in its scope";
        return IsWildcard(place) && !IsDenied(place)
            ? $"a wildcard allows {Right(place)}, now and whatever is added later"
            : null;
    }

    private static string Right(OpenPlace place)
    {
        var key = place.Setting?.Plain ?? Above(place);
        return key switch
        {
            "principal" or "principals" or "identifiers" or "aws" => "everyone to act",
            "resource" or "resources" => "this on every resource",
            _ => "every action",
        };
    }

    private static bool IsWildcard(OpenPlace place)
    {
        if (!place.Code.Contains('*', StringComparison.Ordinal))
            return false;
        if (place.Setting is { } setting)
        {
            var isResource = setting.Plain is "resource" or "resources";
            if (isResource && !IsRole(place) && !WasNarrow(place, setting))
                return false;
            return (Rights.Contains(setting.Plain) || isResource) && HasStar(setting.Value, isResource);
        }

        var item = place.Code.Trim().TrimStart('-').Trim().Trim(',', '"', '\'');
        var above = Above(place);
        return Rights.Contains(above) && (above is not "resources" || IsRole(place))
            && HasStar(item, above is "resources");
    }

    /// <summary>
    /// Kubernetes lists resources of a role; IAM's resources are often * for want of something narrower.
    /// </summary>
    private static bool IsRole(OpenPlace place) =>
        place.IsIn("apiGroups", "verbs") && place.View.Extension is not ("tf" or "hcl");

    private static bool WasNarrow(OpenPlace place, Setting setting) =>
        place.Hunk.Old.Beside(place.Line).Any(old => Setting.In(old.Code) is { } before
            && before.Plain == setting.Plain && !HasStar(before.Value, true));

    /// <summary>`*` or, of actions, `s3:*`; also as an item of a list on the same line.</summary>
    private static bool HasStar(string value, bool whole)
    {
        foreach (var part in value.Split(',', 200))
        {
            var item = part.Trim().Trim('[', ']', '{', '}', '"', '\'', ' ');
            if (item is "*" or "*:*" || item.Has("AWS\": \"*") || item.Has("AWS = \"*")
                || (!whole && item.EndsWith(":*", StringComparison.Ordinal)
                    && !item.Contains('/', StringComparison.Ordinal) && !item.Begins("arn:")
                        && !item.Begins("repo:")
                    && item.Count(letter => letter == ':') == 1))
                return true;
        }

        return false;
    }

    /// <summary>The key of the list an item stands in.</summary>
    private static string Above(OpenPlace place)
    {
        var lines = place.Hunk.New.Lines;
        for (var at = place.At - 1; at >= 0 && at > place.At - 60; at--)
        {
            var code = lines[at].Code.Trim();
            if (code.Length == 0 || code.StartsWith("- ", StringComparison.Ordinal) && !code.Contains(": ",
                StringComparison.Ordinal) && !code.EndsWith(':')
                    || (code[0] is '"' or '\'' && Setting.In(code) is null))
                continue;
            return Setting.In(code)?.Plain ?? "";
        }

        return "";
    }

    private static bool IsDenied(OpenPlace place)
    {
        var lines = place.Hunk.New.Lines;
        for (var at = place.At; at >= 0 && at > place.At - 30; at--)
        {
            if (lines[at].Code.Has("Deny"))
                return true;
            if (lines[at].Code.HasAny("Allow", "statement {"))
                break;
        }

        for (var at = place.At; at < lines.Count && at < place.At + 30; at++)
        {
            if (lines[at].Code.Has("Deny"))
                return true;
            if (lines[at].Code.Trim() is "}" or "}," or "-" or "---" || lines[at].Code.Has("Allow"))
                return false;
        }

        return false;
    }
}
