using System.Diagnostics;

namespace ChangeSentinel.Benchmarks;

/// <summary>Programs published as users get them: trimmed, ready to run, one self-contained file.</summary>
internal static class Published
{
    private static readonly string[] AsUsersGetIt =
    [
        "-c", "Release", "-r", "linux-x64", "--self-contained", "-v", "quiet", "-p:RunAnalyzers=false",
        "-p:PublishReadyToRun=true", "-p:PublishSingleFile=true", "-p:PublishTrimmed=true", "-p:TrimMode=full",
    ];

    /// <summary>The command line of this checkout.</summary>
    public static string Sentinel(string root, string folder)
    {
        Publish(Path.Combine(root, "action"), folder);
        return Path.Combine(folder, "sentinel");
    }

    /// <summary>A C# program that does nothing: the floor below every start.</summary>
    public static string Empty(string folder)
    {
        var source = Path.Combine(folder, "empty");
        Directory.CreateDirectory(source);
        File.WriteAllText(Path.Combine(source, "Program.cs"), "return 0;\n");
        File.WriteAllText(Path.Combine(source, "empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """);
        Publish(source, Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", "empty");
    }

    private static void Publish(string project, string output)
    {
        using var dotnet = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", project, "-o", output, .. AsUsersGetIt]))!;
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish {project} ended with exit code {dotnet.ExitCode}.");
    }
}
