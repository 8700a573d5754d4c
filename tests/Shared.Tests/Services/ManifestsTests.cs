using ChangeSentinel.Services;

namespace ChangeSentinel.Tests.Services;

public static class ManifestsTests
{
    [Theory]
    [InlineData("catalog-info.yaml", "backstage")]
    [InlineData("services/ledger/catalog-info.yml", "backstage")]
    [InlineData("src/Ledger/Ledger.csproj", "msbuild")]
    [InlineData("src/Ledger/Ledger.fsproj", "msbuild")]
    [InlineData("Ledger.vbproj", "msbuild")]
    [InlineData("package.json", "npm")]
    [InlineData("web/pnpm-workspace.yaml", "npm")]
    [InlineData("go.mod", "go")]
    [InlineData("a/go.work", "go")]
    [InlineData("compose.yml", "compose")]
    [InlineData("deploy/docker-compose.yaml", "compose")]
    [InlineData("deploy/docker-compose.override.yml", "compose")]
    [InlineData("deploy/compose.prod.yml", "")]
    [InlineData("docker-docker-compose.yml", "")]
    [InlineData("package.json/readme", "")]
    [InlineData("my-package.json", "")]
    [InlineData("package-lock.json", "")]
    [InlineData(".csproj", "")]
    [InlineData("web/node_modules/left-pad/package.json", "")]
    [InlineData("node_modules/left-pad/package.json", "")]
    [InlineData("vendor/github.com/x/y/go.mod", "")]
    [InlineData("internal/testdata/broken/go.mod", "")]
    [InlineData("tests/fixtures/a/package.json", "")]
    [InlineData("tests/__fixtures__/a/package.json", "")]
    [InlineData("my-fixtures/a/package.json", "npm")]
    [InlineData("", "")]
    [InlineData("/", "")]
    public static void A_manifest_is_known_by_its_name_and_place(string path, string ecosystem)
    {
        var reading = string.Join(", ", Manifests.Reading(path).Select(read => read.Name()));

        Assert.Equal(ecosystem, reading);
        Assert.Equal(ecosystem.Length > 0, Manifests.IsManifest(path));
    }

    [Fact]
    public static void Asking_for_80_000_paths_allocates_nothing()
    {
        string[] paths = ["src/a/b/c/d.cs", "node_modules/x/package.json", "src/A/A.csproj", "deploy/compose.yml"];
        var manifests = Count(paths, 8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        manifests = Count(paths, 80_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(40_000, manifests);
    }

    [Fact]
    public static void Every_ecosystem_has_a_name_that_leads_back_to_it()
    {
        Assert.All(EcosystemNames.All, ecosystem => Assert.Equal(ecosystem, EcosystemNames.Find(ecosystem.Name())));
        Assert.Null(EcosystemNames.Find("maven"));
    }

    private static int Count(string[] paths, int times)
    {
        var count = 0;
        for (var i = 0; i < times; i++)
            count += Manifests.IsManifest(paths[i % paths.Length]) ? 1 : 0;

        return count;
    }
}
