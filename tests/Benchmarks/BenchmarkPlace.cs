namespace ChangeSentinel.Benchmarks;

/// <summary>Where a benchmark run keeps what it makes; deleted at the end.</summary>
internal sealed class BenchmarkPlace : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("sentinel-bench-");

    /// <summary>The folder `SENTINEL_CORPORA` names; null where it names none.</summary>
    public string? Corpora { get; } =
        Environment.GetEnvironmentVariable("SENTINEL_CORPORA") is { } folder
            && Directory.Exists(folder) ? folder : null;

    public string Folder(string name) => temporary.CreateSubdirectory(name).FullName;

    public void Dispose() => temporary.Delete(recursive: true);
}
