using ChangeSentinel.Services;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>Reads `discover`: the kinds of manifest the service graph is read from.</summary>
internal static class ReadDiscover
{
    private static readonly Ecosystem[] All = Enum.GetValues<Ecosystem>();

    public static IReadOnlyList<Ecosystem> From(YamlCursor? cursor, DiagnosticBag findings)
    {
        var read = new List<Ecosystem>();
        foreach (var item in cursor?.Items("an entry of 'discover'") ?? [])
        {
            if (item.Word([.. All.Select(Name)]) is not { } name)
                continue;
            var ecosystem = All.First(known => Name(known) == name);
            if (read.Contains(ecosystem))
                findings.Warning(item.Place, $"'{name}' is listed twice");
            else
                read.Add(ecosystem);
        }

        return read;
    }

    private static string Name(Ecosystem ecosystem) => ecosystem switch
    {
        Ecosystem.Backstage => "backstage",
        Ecosystem.MsBuild => "msbuild",
        Ecosystem.Npm => "npm",
        Ecosystem.Go => "go",
        Ecosystem.Compose => "compose",
    };
}
