namespace ChangeSentinel.Services;

/// <summary>Makes one service of those that have one name.</summary>
internal static class MergeServices
{
    /// <summary>Everything any of them says counts; it stands where the first one stands.</summary>
    public static IReadOnlyList<Service> ByName(IReadOnlyList<Service> services) =>
    [
        .. services.GroupBy(service => service.Name, StringComparer.Ordinal)
            .Select(same => Merged([.. same])),
    ];

    private static Service Merged(IReadOnlyList<Service> same) => same is [var only] ? only : same[0] with
    {
        Paths =
        [
            .. same.SelectMany(service => service.Paths)
                .DistinctBy(path => path.Text, StringComparer.Ordinal),
        ],
        Folders =
        [
            .. same.SelectMany(service => service.Folders)
                .DistinctBy(folder => (folder.Ecosystem, folder.Pattern.Text)),
        ],
        DependsOn = [.. same.SelectMany(service => service.DependsOn).Distinct(StringComparer.Ordinal)],
        Owners = [.. same.SelectMany(service => service.Owners).Distinct(StringComparer.Ordinal)],
    };
}
