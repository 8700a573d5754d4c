namespace ChangeSentinel.Risks;

/// <summary>Judges commands that destroy what runs elsewhere: clouds, clusters, containers.</summary>
internal static class JudgeCloudCommand
{
    private static readonly HashSet<string> PassingObjects = new(
        ["pod", "pods", "po", "job", "jobs", "event", "events", "lease"], StringComparer.Ordinal);

    public static string? Why(ShellCommand command) => command.Name switch
    {
        "terraform" or "tofu" or "terragrunt" => Terraform(command),
        "pulumi" when command.HasAny("destroy")
            || (command[1] is "stack" && command[2] is "rm") => Stack("pulumi", command),
        "cdk" or "cdktf" or "sst" when command.Has("destroy") => Stack(command.Name, command),
        "serverless" or "sls" or "sst" when command[1] is "remove" => Stack(command.Name, command),
        "sam" when command[1] is "delete" => Stack("sam", command),
        "eksctl" or "kops" or "kind" or "k3d" when command[1] is "delete"
            && command.Name is not ("kind" or "k3d") =>
            "this deletes a cluster with everything that runs in it",
        "kubectl" or "oc" or "k" => Cluster(command),
        "helm" when command.HasAny("uninstall", "delete",
            "del") => "this removes a release with everything it made",
        "docker" or "podman" or "nerdctl" or "docker-compose" or "podman-compose" => Containers(command),
        "aws" or "awslocal" => Aws(command),
        "gcloud" when command.Has("delete") =>
            $"gcloud {command[1]} {command[2]} delete destroys it and what it holds",
        "az" when command.HasAny("delete",
            "purge") => $"az {command[1]} delete destroys it and what it holds",
        "gsutil" when command.HasAny("rm", "rb")
            && (command.HasFlag('r') || command.Has("rb") || command.HasFlag('R')) =>
            "this removes every object of the bucket",
        "rclone" when command[1] is "purge" or "delete" => "this removes every file of the remote folder",
        "mc" or "s3cmd" or "s5cmd" when command.HasAny("rm", "rb", "del")
            && command.HasAny("--recursive", "--force", "-r") =>
            "this removes every object of the bucket",
        "doctl" or "hcloud" or "linode-cli" or "openstack"
            or "ibmcloud" when command.HasAny("delete", "destroy") =>
            $"{command.Name} deletes what runs there",
        "heroku" when command[1].EndsWith(":destroy", StringComparison.Ordinal) || command[1] is "pg:reset" =>
            $"heroku {command[1]} can't be undone",
        "fly" or "flyctl" when command.HasAny("destroy") => "this destroys an application or volume",
        "vault" when command.HasAny("destroy",
            "disable") => "this takes secrets away from those who use them",
        "npm" when command[1] is "unpublish" => "this takes a package away from everyone who depends on it",
        _ => null,
    };

    private static string Stack(string tool, ShellCommand command) =>
        $"{tool} {command[1]} destroys every object of the stack";

    private static string? Terraform(ShellCommand command)
    {
        if (command.Has("destroy") && !command.Has("plan"))
            return $"{command.Name} destroy destroys every object of the state";
        if (command.Has("apply") && command.HasAny("-destroy", "--destroy"))
            return $"{command.Name} apply -destroy destroys every object of the state";
        return command.Has("state") && command.Has("rm")
            ? "an object that leaves the state is nobody's to manage"
            : null;
    }

    private static string? Cluster(ShellCommand command)
    {
        if (command.Has("replace") && command.Has("--force"))
            return "a forced replace deletes the object before it makes it again";
        if (command.Has("drain")
            && command.HasAny("--delete-emptydir-data", "--delete-local-data", "--force"))
            return "draining by force ends what runs on the node, with its local data";
        if (!command.Has("delete"))
            return null;
        var what = command.Arguments.SkipWhile(word => word != "delete").Skip(1).FirstOrDefault() ?? "";
        return PassingObjects.Contains(what.Split('/')[0]) && !command.Has("--all") && !command.Has("-A")
            ? null
            : $"{command.Name} delete removes objects from the cluster, with what they hold";
    }

    private static string? Containers(ShellCommand command)
    {
        if (command.Has("volume") && command.HasAny("rm", "prune", "remove"))
            return "removing volumes loses what containers stored in them";
        if (command.Has("down") && (command.HasAny("-v", "--volumes") || command.HasFlag('v')))
            return "down with volumes loses what containers stored in them";
        return command.Has("system") && command.Has("prune")
            && (command.HasAny("--all", "--volumes") || command.HasFlag('a'))
            ? "pruning the system removes images and volumes of everything that is not running"
            : null;
    }

    private static string? Aws(ShellCommand command)
    {
        if (command[1] is "s3")
            return (command.Has("rm") && command.Has("--recursive")) || command.Has("rb")
                ? "this removes every object of the bucket"
                : null;
        var action =
            command.Words.Skip(2).FirstOrDefault(word => word.StartsWith("delete-", StringComparison.Ordinal)
            || word.StartsWith("terminate-", StringComparison.Ordinal)
            || word.StartsWith("schedule-key-deletion", StringComparison.Ordinal));
        return action is null or "delete-message" or "delete-tags" ? null
            : $"aws {command[1]} {action} can't be undone";
    }
}
