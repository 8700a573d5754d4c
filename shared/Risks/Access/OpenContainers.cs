namespace ChangeSentinel.Risks;

/// <summary>Judges lines that let a container reach its host.</summary>
internal static class OpenContainers
{
    private static readonly HashSet<string> OpenWhenTrue = new(
        ["privileged", "allowprivilegeescalation", "hostnetwork", "hostpid", "hostipc",
            "automountserviceaccounttoken",
         "privilegedmode", "allowprivileged"],
        StringComparer.Ordinal);

    private static readonly string[] Capabilities =
        ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE", "SYS_MODULE", "DAC_READ_SEARCH", "SYS_RAWIO", "BPF", "ALL"];

    public static string? Why(OpenPlace place)
    {
        var code = place.Code;
        if (code.Has("docker.sock"))
            return "who holds the Docker socket is root on the host";
        if (code.HasWord("--privileged") || code.Has("--privileged"))
            return "a privileged container is root on its host";
        if (place.Setting is { } setting && OfSetting(place, setting) is { } why)
            return why;
        var item =
            code.Trim().TrimStart('-').Trim().Trim('"', '\'', ',').Replace("CAP_", "",
            StringComparison.Ordinal);
        if (Capabilities.Contains(item, StringComparer.Ordinal)
            && place.Hunk.New.Parents(place.At).Take(2).Any(parent => parent.Code.HasAny("add:", "cap_add")))
            return $"the capability {item} lets a container change its host";
        return null;
    }

    private static string? OfSetting(OpenPlace place, Setting setting)
    {
        var plain = setting.Plain;
        var isManifest = place.View.Extension is "yaml" or "yml" or "json" or "tf" or "tpl";
        if (!isManifest && plain is not ("privileged" or "privilegedmode"))
            return null;
        if (OpenWhenTrue.Contains(plain) && setting.IsTrue)
            return plain is "privileged" or "privilegedmode"
                ? "a privileged container is root on its host"
                : $"{setting.Key} lets the container out of its isolation";
        if (plain is "runasnonroot" && setting.IsFalse)
            return "the container may run as root";
        if (plain is "runasuser" && setting.Value is "0")
            return "the container runs as root";
        if (plain is "networkmode" or "pid" or "ipc" && setting.Value is "host")
            return $"{setting.Key}: host takes the container out of its isolation";
        if (plain is "hostpath" && place.View.Extension is not "json")
            return "hostPath lets the container at files of the node";
        if (plain is "readonlyrootfilesystem" && setting.IsFalse)
            return "the container may change its own files";
        return plain is "seccompprofile" or "apparmorprofile" && setting.Value.Is("Unconfined")
            || (plain is "type" && setting.Value is "Unconfined")
            ? "an unconfined container may make any system call"
            : null;
    }
}
