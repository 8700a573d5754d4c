namespace ChangeSentinel.Services;

/// <summary>A file format the service graph is read from.</summary>
public enum Ecosystem
{
    Backstage,
    MsBuild,
    Npm,
    Go,
    Compose,
}

/// <summary>The names of ecosystems as policies write them.</summary>
public static class EcosystemNames
{
    public static IReadOnlyList<Ecosystem> All { get; } = Enum.GetValues<Ecosystem>();

    public static string Name(this Ecosystem ecosystem) => ecosystem switch
    {
        Ecosystem.Backstage => "backstage",
        Ecosystem.MsBuild => "msbuild",
        Ecosystem.Npm => "npm",
        Ecosystem.Go => "go",
        Ecosystem.Compose => "compose",
    };

    public static Ecosystem? Find(string name) =>
        All.Where(ecosystem => ecosystem.Name() == name)
            .Select(ecosystem => (Ecosystem?)ecosystem).FirstOrDefault();
}
