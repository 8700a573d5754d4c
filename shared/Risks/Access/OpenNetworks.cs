using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Judges lines that let the whole internet in: to ports, buckets, databases.</summary>
internal static class OpenNetworks
{
    private static readonly string[] Everywhere = ["0.0.0.0/0", "::/0"];

    private static readonly HashSet<string> OpenWhenTrue = new(
        [
            "publiclyaccessible", "allowblobpublicaccess", "publicnetworkaccessenabled",
            "endpointpublicaccess", "associatepublicipaddress", "mappubliciponlaunch", "assignpublicip",
            "allownestedfolderstobepublic", "allownesteditemstobepublic", "publicaccess", "publicreadaccess",
            "allowpublicaccess", "publicip",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> OpenWhenFalse = new(
        [
            "blockpublicacls", "blockpublicpolicy", "ignorepublicacls", "restrictpublicbuckets",
            "blockpublicaccess", "uniformbucketlevelaccess", "enableprivatenodes", "enableprivateendpoint",
        ],
        StringComparer.Ordinal);

    /// <summary>What says in the same block that traffic goes out, or is refused.</summary>
    private static readonly SearchValues<string> Outward = SearchValues.Create(
        ["egress", "gateway_id", "GatewayId", "DestinationCidr", "\"deny\""], StringComparison.OrdinalIgnoreCase);

    /// <summary>The same, on the line itself or on one that encloses it.</summary>
    private static readonly SearchValues<string> OutwardHere = SearchValues.Create(
        ["egress", "destination", "outbound", "deny", "except", "route"], StringComparison.OrdinalIgnoreCase);

    public static string? Why(OpenPlace place)
    {
        if (Everywhere.Any(place.Code.Has) && !IsOutward(place))
            return "0.0.0.0/0 opens this to every address of the internet";
        if (place.Code.HasAny("public-read", "PublicRead", "allUsers", "allAuthenticatedUsers")
            && !place.Code.HasAny("variable", "description", "deny"))
            return "anyone on the internet can read what stands here";
        if (place.Code.HasAny("BlockPublicAccess.NONE", "Peer.anyIpv4(", "Peer.any_ipv4(", "Peer.anyIpv6(",
            "connectionsAllowFromAnyIpv4", "allowFromAnyIpv4"))
            return "every address of the internet is let in";
        return place.Setting is { } setting ? OfSetting(place, setting) : null;
    }

    private static string? OfSetting(OpenPlace place, Setting setting)
    {
        var plain = setting.Plain;
        if (OpenWhenTrue.Contains(plain) && setting.IsTrue)
            return $"{setting.Key} puts this on the public internet";
        var isBlock = OpenWhenFalse.Contains(plain) || (plain.Has("block") && plain.Has("pub"));
        if (isBlock && setting.IsFalse)
            return $"without {setting.Key} anyone may be let in";
        if (plain is "sourceaddressprefix" or "sourceaddressprefixes"
            && setting.Value.Trim('[', ']', '"', ' ') is "*" or "Internet" or "Any" && !place.IsIn("Deny"))
            return "the rule lets in every address";
        if (plain is "publicnetworkaccess" && setting.Value.Is("Enabled"))
            return "the service answers to the public internet";
        if (plain is "containeraccesstype" && setting.Value.ToLowerInvariant() is "blob" or "container")
            return "anyone can read the container";
        return plain is "publicaccessprevention" && setting.Value.Is("inherited")
            ? "public access to the bucket is no longer prevented"
            : null;
    }

    /// <summary>Whether the addresses are where traffic goes to, not where it comes from.</summary>
    private static bool IsOutward(OpenPlace place)
    {
        var code = place.Code;
        if (code.AsSpan().ContainsAny(OutwardHere))
            return true;
        var plain = place.Setting?.Plain ?? "";
        if (plain is "description" or "name" or "default" && place.IsIn("egress", "outbound"))
            return true;
        if (plain is "description")
            return true;
        return place.Hunk.New.Parents(place.At).Take(4).Any(parent =>
                parent.Code.AsSpan().ContainsAny(OutwardHere))
            || place.Hunk.New.Siblings(place.At).Any(line =>
                line.Code.AsSpan().ContainsAny(Outward));
    }
}
