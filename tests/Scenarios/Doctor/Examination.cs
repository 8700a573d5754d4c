using System.Diagnostics;

namespace ChangeSentinel.Scenarios.Doctor;

/// <summary>What `sentinel doctor` said.</summary>
internal sealed record Examination(int ExitCode, string Output, string Errors)
{
    public static async Task<Examination> Of(World world, string token, params string[] more)
    {
        var binary = Environment.GetEnvironmentVariable("SENTINEL_BINARY");
        string[] words = ["doctor", "--repo", "acme/shop", .. more];
        var start = string.IsNullOrEmpty(binary)
            ? new ProcessStartInfo(
                "dotnet", [Path.Combine(Tests.House.Repository.Root, "artifacts/bin/Action/debug/sentinel.dll"), .. words])
            : new ProcessStartInfo(binary, words);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["GITHUB_API_URL"] = world.GitHub.Api;
        start.Environment["GITHUB_GRAPHQL_URL"] = world.GitHub.GraphQl;
        start.Environment["GITHUB_TOKEN"] = token;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>A line of this health and topic holds the text; long lines are joined first.</summary>
    public void Says(string health, string topic, string text)
    {
        var joined = Output.Replace("\n" + new string(' ', 24), " ", StringComparison.Ordinal);
        Assert.True(
            joined.Split('\n').Any(line => line.StartsWith($"{health,-12}{topic,-12}", StringComparison.Ordinal)
                && line.Contains(text, StringComparison.Ordinal)),
            $"no line '{health} {topic} {text}' (exit {ExitCode}):\n{Output}\n{Errors}");
    }
}
