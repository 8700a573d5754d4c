namespace ChangeSentinel.Risks;

/// <summary>Which files are GitHub workflows or actions, or another system's build.</summary>
internal static class Workflow
{
    public static bool IsOne(string path) => path.Has(".github/workflows/") || IsAction(path);

    /// <summary>Whether the file says what a build does, in any system.</summary>
    public static bool IsBuild(string path)
    {
        var name = FileRoles.FileName(path);
        return IsOne(path) || path.HasAny(".circleci/", ".buildkite/", ".gitlab/", ".woodpecker")
            || name.Begins(".gitlab-ci") || name.Begins("azure-pipelines") || name.Begins("Jenkinsfile")
            || name.ToLowerInvariant() is ".travis.yml" or "appveyor.yml" or ".drone.yml"
                or "bitbucket-pipelines.yml"
                or "buildspec.yml" or "cloudbuild.yaml" or "cloudbuild.yml" or ".cirrus.yml";
    }

    private static bool IsAction(string path) => FileRoles.FileName(path) is "action.yml" or "action.yaml";
}
