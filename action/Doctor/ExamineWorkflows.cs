using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>Whether the workflows run this Action, with the rights and on the events it needs.</summary>
internal static class ExamineWorkflows
{
    private const string Folder = ".github/workflows";

    /// <summary>A repository with more has its first ones read, by name.</summary>
    private const int MostFiles = 100;

    public static async Task<IReadOnlyList<Finding>> Of(
        Examined examined, Task<RuleReply[]?> rules, CancellationToken cancellationToken)
    {
        var defaults = Defaults(examined, cancellationToken);
        var names = await ReadFiles.Names(examined, examined.DefaultBranch, Folder, cancellationToken);
        IReadOnlyList<string> paths =
        [
            .. names.Where(name => Path.GetExtension(name) is ".yml" or ".yaml")
                .Order(StringComparer.Ordinal).Take(MostFiles).Select(name => $"{Folder}/{name}"),
        ];
        var files = await ReadFiles.Texts(examined, examined.DefaultBranch, paths, cancellationToken);
        var ours = files.Select(WorkflowFile.Read).OfType<WorkflowFile>().Where(file => file.RunsUs).ToList();
        var (defaultFinding, writes) = await defaults;
        return
        [
            defaultFinding,
            ours is [] ? Absent(examined) : Finding.Fine(
                "workflow", $"{Wording.And([.. ours.Select(file => file.Path)])} runs ChangeSentinel."),
            .. ours.SelectMany(file => Rights(file, writes)),
            .. (await rules ?? []).Any(rule => rule.Type is "merge_queue") && ours is not []
                ? [Queue(ours)]
                : Array.Empty<Finding>(),
        ];
    }

    private static Finding Absent(Examined examined) => Finding.ToFix(
        "workflow", $"No workflow on {examined.DefaultBranch} runs ChangeSentinel.",
        "Add one of the README's example workflows; a bot that decides from webhooks alone needs none.");

    private static IEnumerable<Finding> Rights(WorkflowFile file, bool? defaultWrites)
    {
        foreach (var right in file.Needs)
            if (file.Grants(right) is false || (file.Grants(right) is null && MayNot(right, defaultWrites)))
                yield return Finding.ToFix(
                    "workflow", $"{file.Path} runs ChangeSentinel without '{right}: write'.",
                    $"Add 'permissions:' with '{right}: write' to the job.");
    }

    /// <summary>Without `permissions:` a job has the repository's default, which never holds id-token.</summary>
    private static bool MayNot(string right, bool? defaultWrites) => right is "id-token" || defaultWrites is false;

    private static Finding Queue(List<WorkflowFile> ours) => ours.Any(file => file.Events.Contains("merge_group"))
        ? Finding.Fine("queue", "The merge queue is on, and a workflow answers it.")
        : Finding.ToFix(
            "queue", "The merge queue is on, but no workflow answers it: groups wait until they time out.",
            $"Add 'merge_group:' to 'on:' in {ours[0].Path}; a bot answers the queue without it.");

    private static async Task<(Finding Finding, bool? Writes)> Defaults(
        Examined examined, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await examined.Api.Get(
                $"{examined.Root}/actions/permissions/workflow", RestReplies.Default.WorkflowDefaultsReply,
                cancellationToken);
            var writes = reply.DefaultWorkflowPermissions is "write";
            return ((writes, reply.CanApprovePullRequestReviews) switch
            {
                (_, true) => Finding.ToFix(
                    "defaults", "Workflows may approve pull requests.",
                    "Switch off 'Allow GitHub Actions to create and approve pull requests' in Settings, Actions."),
                (true, _) => Finding.ToFix(
                    "defaults", "A workflow without 'permissions:' may write everything, this check too.",
                    "Choose 'Read repository contents' as the default in Settings, Actions."),
                _ => Finding.Fine("defaults", "A workflow without 'permissions:' may only read."),
            }, writes);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound)
        {
            return (Finding.Unseen(
                "defaults", "The token may not see what a workflow without 'permissions:' may do.",
                "Look in Settings, Actions that the default is to read; an administrator's token sees it."), null);
        }
    }
}
