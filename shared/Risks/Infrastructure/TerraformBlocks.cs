namespace ChangeSentinel.Risks;

/// <summary>Finds Terraform resources and modules that are removed, emptied or replaced.</summary>
internal static class TerraformBlocks
{
    /// <summary>Types of which nothing stands anywhere but in the state.</summary>
    private static readonly string[] Bodiless =
        ["null_resource", "terraform_data", "local_", "time_", "random_"];

    /// <summary>
    /// Arguments that replace the object when they change, by the providers' "Forces new resource".
    /// </summary>
    private static readonly (string Type, string[] Arguments)[] Replacing =
    [
        ("aws_db_instance", ["identifier", "engine", "username", "db_name", "storage_encrypted", "kms_key_id",
            "snapshot_identifier", "availability_zone"]),
        ("aws_rds_cluster", ["cluster_identifier", "engine", "master_username", "database_name",
            "storage_encrypted",
            "snapshot_identifier"]),
        ("aws_dynamodb_table", ["name", "hash_key", "range_key"]),
        ("aws_s3_bucket", ["bucket", "bucket_prefix"]),
        ("aws_elasticache_replication_group", ["replication_group_id", "subnet_group_name"]),
        ("aws_ebs_volume", ["availability_zone", "encrypted", "snapshot_id"]),
        ("aws_instance", ["ami", "availability_zone", "subnet_id"]),
        ("aws_eks_cluster", ["name"]),
        ("aws_efs_file_system", ["creation_token", "encrypted"]),
        ("aws_sqs_queue", ["name", "fifo_queue"]),
        ("aws_cognito_user_pool", ["alias_attributes", "username_attributes"]),
        ("google_sql_database_instance", ["name", "region"]),
        ("google_storage_bucket", ["name", "location"]),
        ("google_container_cluster", ["name", "location"]),
        ("google_compute_disk", ["name", "zone"]),
        ("azurerm_resource_group", ["name", "location"]),
        ("azurerm_storage_account", ["name", "location", "resource_group_name"]),
        ("azurerm_postgresql", ["name", "location", "administrator_login"]),
    ];

    private const string Entries = "*.tfvars";

    public static void In(CodeView view, FoundHazards found)
    {
        var kept = Kept(view);
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.Old.Lines.Count; at++)
                Removed(hunk.Old, at, kept, found);
            for (var at = 0; at < hunk.New.Lines.Count; at++)
                Changed(hunk, at, found);
        }
    }

    /// <summary>
    /// `aws_s3_bucket.logs` or `module.logs` of a block's first line; null for any other line.
    /// </summary>
    public static string? Address(string code)
    {
        var parts = code.Trim().Split('"');
        return parts switch
        {
            ["resource " or "resource", var type, _, var name, ..] => $"{type}.{name}",
            ["module " or "module", var name, ..] => $"module.{name}",
            _ => Bicep(code),
        };
    }

    /// <summary>`storage` of Bicep's `resource storage 'Microsoft.Storage/…' = {`.</summary>
    private static string? Bicep(string code)
    {
        var words = code.Trim().Split(' ', 4);
        return words is ["resource" or "module", var name, ['\'', ..], ['=', ..]] ? $"{words[0]} {name}"
            : null;
    }

    private static void Removed(CodeSide old, int at, HashSet<string> kept, FoundHazards found)
    {
        var line = old.Lines[at];
        if (!line.Removed)
            return;
        if (Address(line.Code) is { } address && !Bodiless.Any(address.Begins))
        {
            if (!kept.Contains(address))
                found.Add(HazardKind.InfrastructureDestroy, line,
                    $"removing {address} destroys it at the next apply");
        }
        else if (kept.Contains(Entries) && Setting.In(line.Code) is { Value: "{" } entry
            && Setting.In(old.Children(at).FirstOrDefault().Code ?? "") is not null
                && !IsWithinRemoved(old, at))
        {
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"removing the entry {entry.Key} destroys what it made");
        }
    }

    private static bool IsWithinRemoved(CodeSide old, int at) => old.Parent(at) is >= 0 and var parent
        && old.Lines[parent].Removed;

    /// <summary>
    /// Addresses that a moved or removed block keeps; with <see cref="Entries"/> in a file of variables.
    /// </summary>
    private static HashSet<string> Kept(CodeView view)
    {
        HashSet<string> kept = new(StringComparer.Ordinal);
        if (view.Extension is "tfvars")
            kept.Add(Entries);
        if (!view.NewText.HasWord("moved") && !view.NewText.Has("destroy = false"))
            return kept;
        foreach (var line in view.Hunks.SelectMany(hunk => hunk.New.Lines))
        {
            if (Setting.In(line.Code) is { Key: "from" } from)
                kept.Add(from.Value);
        }

        return kept;
    }

    private static void Changed(CodeHunk hunk, int at, FoundHazards found)
    {
        var line = hunk.New.Lines[at];
        if (!line.Added || Setting.In(line.Code) is not { } setting)
            return;
        if ((setting.Key is "count" && setting.Value is "0")
            || (setting.Key is "for_each" && setting.Value is "{}" or "[]" or "toset([])"))
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"{setting.Key} = {setting.Value} destroys what this made");
        else if (setting.Key is "replace_triggered_by")
            found.Add(HazardKind.InfrastructureDestroy, line,
                "replace_triggered_by destroys and creates the object anew");
        else if (Was(hunk, line, setting) && Enclosing(hunk, at) is { } type && Replaces(type, setting.Key))
            found.Add(HazardKind.InfrastructureDestroy, line,
                $"another {setting.Key} replaces {type}: the old one is destroyed");
    }

    private static bool Was(CodeHunk hunk, CodeLine line, Setting setting) =>
        hunk.Old.Beside(line).Any(old => Setting.In(old.Code) is { } before
            && before.Key == setting.Key && before.Value != setting.Value && before.Value.Length > 0);

    private static string? Enclosing(CodeHunk hunk, int at)
    {
        var head =
            hunk.New.Parents(at).Select(line => Address(line.Code)).FirstOrDefault(name => name is not null)
            ?? (hunk.New.Lines[at].Indent <= 2 ? Address(hunk.Heading) : null);
        return head;
    }

    private static bool Replaces(string address, string argument) =>
        Replacing.Any(row => address.Begins(row.Type + ".")
            && row.Arguments.Contains(argument, StringComparer.Ordinal));
}
