using System.Buffers;

namespace ChangeSentinel.Risks;

/// <summary>The names of commands that can destroy; a line without one is not split.</summary>
internal static class CommandNames
{
    private static readonly SearchValues<string> All = SearchValues.Create(
        [
            "rm", "git", "kubectl", "oc ", "helm", "docker", "podman", "nerdctl", "terraform", "tofu",
            "terragrunt", "pulumi", "cdk", "sst", "serverless", "sls", "sam ", "eksctl", "kops", "aws",
            "gcloud", "az ", "gsutil", "rclone", "mc ", "s3cmd", "s5cmd", "doctl", "hcloud", "linode",
            "openstack", "ibmcloud", "heroku", "fly", "vault", "unpublish", "drop", "psql", "mysql",
            "mariadb", "sqlite", "sqlcmd", "clickhouse", "cqlsh", "redis-cli", "valkey", "mongo", "etcdctl",
            "curl", "wget", "db:", "migrate", "ecto", "flush", "reset", "schema:", "clean", "downgrade",
            "find", "chmod", "chown", "shred", "truncate", "rsync", "Remove-Item", "ri ", "rd ", "rmdir",
            "format", "crontab", "userdel", "dd ", "mkfs", "mke2fs", "mkswap", "wipefs", "blkdiscard",
            "sgdisk", "parted", "remove", "zfs", "zpool", "btrfs", "cryptsetup", "Clear-Disk", "gh ", "force",
            "accept-data-loss", "all",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static bool MayStandIn(string text) => text.AsSpan().ContainsAny(All);
}
