namespace ChangeSentinel.Tests.House;

/// <summary>The checkout the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder that holds ChangeSentinel.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ChangeSentinel.sln")))
                return folder;

        throw new InvalidOperationException("The tests run from a checkout: no folder above holds ChangeSentinel.sln.");
    }
}
