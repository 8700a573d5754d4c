namespace ChangeSentinel.Benchmarks;

/// <summary>Where a benchmark run keeps what it makes; deleted at the end.</summary>
internal sealed class BenchmarkPlace : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("sentinel-bench-");
    private string? sentinel;

    /// <summary>The checkout: the nearest folder above with ChangeSentinel.sln.</summary>
    public string Root { get; } = FindRoot();

    /// <summary>The folder `SENTINEL_CORPORA` names; null where it names none.</summary>
    public string? Corpora { get; } =
        Environment.GetEnvironmentVariable("SENTINEL_CORPORA") is { } folder && Directory.Exists(folder) ? folder : null;

    public string Folder(string name) => temporary.CreateSubdirectory(name).FullName;

    /// <summary>The published command line, published once a run.</summary>
    public string Sentinel() => sentinel ??= Published.Sentinel(Root, Folder("sentinel"));

    public void Dispose() => temporary.Delete(recursive: true);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ChangeSentinel.sln")))
                return folder;

        throw new InvalidOperationException("Run the benchmarks from a checkout: no folder above holds ChangeSentinel.sln.");
    }
}
