using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Action.Doctor;

/// <summary>A workflow as far as it tells whether and how it runs this Action.</summary>
/// <seealso href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax"/>
internal sealed record WorkflowFile(string Path, IReadOnlySet<string> Events)
{
    private const string Name = "change-sentinel";

    /// <summary>The permissions of the first job that runs us, else the workflow's; null where neither says.</summary>
    private YamlNode? Permissions { get; init; }

    public bool RunsUs { get; private init; }

    /// <summary>What the step writes, as `permissions:` calls it.</summary>
    public IReadOnlyList<string> Needs { get; private init; } = [];

    /// <summary>Null where the file is no workflow that can be read.</summary>
    public static WorkflowFile? Read(SourceFile file)
    {
        if (YamlText.Read(file).Root is not YamlNode.Mapping root)
            return null;
        var found = new WorkflowFile(file.Path, EventsOf(root.Find("on")));
        foreach (var job in (root.Find("jobs") as YamlNode.Mapping)?.Entries ?? [])
            if (job.Value is YamlNode.Mapping body && StepOf(body) is { } step)
                return found with
                {
                    RunsUs = true,
                    Permissions = body.Find("permissions") ?? root.Find("permissions"),
                    Needs = ["pull-requests", SignalsBot(step) ? "id-token" : "checks"],
                };
        return found;
    }

    /// <summary>Null where the file doesn't say.</summary>
    public bool? Grants(string right) => Permissions switch
    {
        null => null,
        YamlNode.Scalar { Text: "write-all" } => true,
        YamlNode.Mapping mapping => mapping.Find(right) is YamlNode.Scalar { Text: "write" },
        _ => false,
    };

    private static bool SignalsBot(YamlNode.Mapping step) =>
        step.Find("with") is YamlNode.Mapping with && with.Find("bot-url") is YamlNode.Scalar { Text.Length: > 0 };

    private static YamlNode.Mapping? StepOf(YamlNode.Mapping job) =>
        (job.Find("steps") as YamlNode.Sequence)?.Items.OfType<YamlNode.Mapping>()
            .FirstOrDefault(step => step.Find("uses") is YamlNode.Scalar { Text: var uses } && IsUs(uses));

    /// <summary>`OWNER/change-sentinel@v1`, its image, or the checkout of the project itself.</summary>
    private static bool IsUs(string uses)
    {
        var action = uses.Split('@')[0].TrimEnd('/');
        return action is "."
            || action.Split('/')[^1].Split(':')[0].StartsWith(Name, StringComparison.OrdinalIgnoreCase);
    }

    private static HashSet<string> EventsOf(YamlNode? on) => on switch
    {
        YamlNode.Scalar one => new([one.Text], StringComparer.Ordinal),
        YamlNode.Sequence many => many.Items.OfType<YamlNode.Scalar>().Select(item => item.Text)
            .ToHashSet(StringComparer.Ordinal),
        YamlNode.Mapping named => named.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal),
        _ => [],
    };
}
