namespace ChangeSentinel.Action.Workflow;

/// <summary>The file that holds the decision as JSON, for the steps that follow.</summary>
internal static class ReportFile
{
    private const string Name = "changesentinel-decision.json";

    /// <summary>Where the runner mounts the workspace for a container; steps outside know it by another path.</summary>
    private const string MountedWorkspace = "/github/workspace";

    private static readonly string[] Folders = ["GITHUB_WORKSPACE", "RUNNER_TEMP"];

    /// <summary>
    /// Writes it into the workspace, which is the folder the steps that follow start in, or else into the runner's
    /// temporary folder. A file or link of the same name is replaced, never followed.
    /// </summary>
    /// <returns>The path as the steps that follow can use it; empty where there is no such folder.</returns>
    public static string Write(string json, Shell shell)
    {
        var folder = Folders.Select(shell.Variable)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name) && Directory.Exists(name));
        if (folder is null)
            return "";
        var path = Path.Combine(folder, Name);
        File.Delete(path);
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            stream.Write(System.Text.Encoding.UTF8.GetBytes(json));
        return folder == MountedWorkspace ? Name : path;
    }
}
