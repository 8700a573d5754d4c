namespace ChangeSentinel.Risks;

/// <summary>
/// Finds infrastructure that an apply would destroy or replace, and guards against that which are lifted.
/// </summary>
internal static class InfrastructureHazards
{
    private static readonly HashSet<string> Languages = new(
        [
            "tf", "tfvars", "hcl", "yaml", "yml", "json", "tpl", "template", "ts", "js", "py", "cs", "go",
            "java", "kt", "bicep", "tofu", "libsonnet", "jsonnet",
        ],
        StringComparer.Ordinal);

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.Role is not FileRole.Source || !Languages.Contains(view.Extension)
            || Workflow.IsOne(view.Path))
            return;
        if (view.Extension is "tf" or "tfvars" or "tofu" or "hcl" or "bicep")
            TerraformBlocks.In(view, found);
        if (view.Extension is "yaml" or "yml" or "json" or "template" or "tpl")
        {
            CloudFormationBlocks.In(view, found);
            KubernetesObjects.In(view, found);
        }

        if (view.Extension is "ts" or "js" or "py" or "cs" or "go" or "java" or "kt")
            CloudProgram.In(view, found);
        DestroyGuards.In(view, found);
    }
}
