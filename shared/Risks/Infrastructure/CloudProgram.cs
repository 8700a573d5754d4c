using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Finds cloud objects that a CDK or Pulumi program no longer makes, or lets go.</summary>
internal static class CloudProgram
{
    private static readonly string[] Holders =
    [
        "Bucket", "Table", "TableV2", "DatabaseInstance", "DatabaseCluster", "Queue", "Topic", "FileSystem",
        "Stream", "UserPool", "HostedZone", "Vpc", "Cluster", "Instance", "Volume", "Secret", "Repository",
        "Key", "Domain", "ServerlessCluster", "CacheCluster", "ReplicationGroup", "Database", "Disk",
        "StorageAccount",
    ];

    /// <summary>What a program of infrastructure holds.</summary>
    public static string[] Marks { get; } =
        ["RemovalPolicy", "(this,", "(self,", "(stack,", "new aws.", "new gcp.", "new azure", "new k8s."];

    private static readonly SearchValues<string> AnyMark =
        SearchValues.Create(Marks, StringComparison.Ordinal);

    public static void In(CodeView view, FoundHazards found)
    {
        if (!view.Shows(AnyMark))
            return;
        foreach (var line in view.Hunks.SelectMany(hunk => hunk.Changed))
        {
            if (line.Added && line.Code.Has("RemovalPolicy") && line.Code.HasWord("DESTROY"))
                found.Add(HazardKind.InfrastructureDestroy, line,
                    "RemovalPolicy.DESTROY deletes the object and its contents with the stack");
            else if (line.Removed && line.Code.Has("RemovalPolicy") && line.Code.HasAny("RETAIN", "SNAPSHOT")
                && !view.NewText.Has("RemovalPolicy"))
                found.Add(HazardKind.InfrastructureDestroy, line,
                    "without this removal policy the object goes with the stack");
            else if (line.Removed && Made(line.Code) is { } made)
                found.Add(HazardKind.InfrastructureDestroy, line,
                    $"the program no longer makes {made}, so an update destroys it");
        }
    }

    /// <summary>
    /// What `new s3.Bucket(this, "Logs")` or `new aws.rds.Instance("main")` makes; null for other code.
    /// </summary>
    private static string? Made(string code)
    {
        var call = code.IndexOfWord("new");
        var open = call < 0 ? -1 : code.IndexOf('(', call);
        if (open < 0)
            return null;
        var type = code[(call + 3)..open].Trim();
        var last = type[(type.LastIndexOf('.') + 1)..];
        var arguments = code[(open + 1)..].TrimStart();
        var isCdk = arguments.Begins("this,") || arguments.Begins("self,") || arguments.Begins("stack,");
        var isPulumi = type.Begins("aws.") || type.Begins("gcp.") || type.Begins("azure")
            || type.Begins("k8s.");
        if (!(isCdk || isPulumi) || !Holders.Contains(last, StringComparer.Ordinal))
            return null;
        var name = arguments.NameFrom(isCdk ? arguments.IndexOf(',', StringComparison.Ordinal) : 0);
        return $"{last} {name}".Trim();
    }
}
