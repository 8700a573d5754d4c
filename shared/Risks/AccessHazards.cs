using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>Finds networks, buckets, roles, containers and workflows that are opened further.</summary>
internal static class AccessHazards
{
    private static readonly HashSet<string> Languages = new(
        [
            "tf", "tfvars", "hcl", "yaml", "yml", "json", "tpl", "template", "ts", "js", "py", "cs", "go",
            "java", "kt", "bicep", "tofu", "sh", "bash", "libsonnet", "jsonnet", "conf", "toml",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Manifests = new(
        ["tf", "tfvars", "hcl", "yaml", "yml", "json", "tpl", "template", "bicep", "tofu", "toml", "conf"],
        StringComparer.Ordinal);

    /// <summary>What a line of a program must hold to be looked at.</summary>
    public static string[] InPrograms { get; } =
    [
        "0.0.0.0/0", "::/0", "public-", "public_", "publicly", "publicRead", "publicAc", "publicPol",
        "publicBuckets", "blockPublic", "allUsers", "allAuthenticated", "Peer.any", "AnyIpv", "Administrator",
        "PowerUser", "IAMFull", "roles/", "docker.sock", "privileged", "\"*\"", "'*'", ":*\"", ":*'",
        "cluster-admin",
    ];

    private static readonly SearchValues<string> ProgramMarks =
        SearchValues.Create(InPrograms, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for a manifest.</summary>
    private static readonly SearchValues<string> ManifestMarks = SearchValues.Create(
        [
            "0.0.0.0/0", "::/0", "public", "allUsers", "allAuthenticated", "block", "assign", "uniform",
            "private", "Administrator", "PowerUser", "IAMFull", "roles/", "system:", "admin",
            "role_definition", "*", "docker.sock", "privileg", "host", "runas", "SYS_", "NET_ADMIN", "ALL",
            "readonly", "unconfined", "pid", "ipc", "BPF", "DAC_", "source_address", "sourceAddress",
            "container_access", "automount",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source)
            return;
        if (Workflow.IsOne(view.Path))
        {
            WorkflowAccess.In(view, found);
            return;
        }

        if (!Languages.Contains(view.Extension) && !view.Name.Has("Dockerfile"))
            return;
        var marks = Manifests.Contains(view.Extension) ? ManifestMarks : ProgramMarks;
        foreach (var hunk in view.Hunks)
        {
            for (var at = 0; at < hunk.New.Lines.Count; at++)
            {
                if (!hunk.New.Lines[at].Added || !hunk.New.Lines[at].Code.AsSpan().ContainsAny(marks))
                    continue;
                var place = new OpenPlace(view, hunk, at);
                var why = OpenNetworks.Why(place) ?? OpenIdentities.Why(place) ?? OpenContainers.Why(place);
                if (why is not null)
                    found.Add(HazardKind.OpenAccess, hunk.New.Lines[at], why);
            }
        }
    }
}

/// <summary>An added line with what surrounds it at the head.</summary>
internal sealed record OpenPlace(CodeView View, CodeHunk Hunk, int At)
{
    public CodeLine Line => Hunk.New.Lines[At];

    public string Code => Line.Code;

    public Setting? Setting { get; } = Risks.Setting.In(Hunk.New.Lines[At].Code);

    /// <summary>Whether an enclosing line, or the block the line stands in, says this.</summary>
    public bool IsIn(params ReadOnlySpan<string> words)
    {
        foreach (var line in Hunk.New.Parents(At).Take(6).Concat(Hunk.New.Siblings(At)))
        {
            if (line.Code.HasAny(words))
                return true;
        }

        return Hunk.Heading.HasAny(words);
    }
}
