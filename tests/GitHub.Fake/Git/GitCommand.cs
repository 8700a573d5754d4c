using System.Diagnostics;
using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>One run of the machine's git in a bare repository, without anybody's configuration.</summary>
internal static class GitCommand
{
    /// <summary>What git printed.</summary>
    /// <exception cref="InvalidOperationException">git failed.</exception>
    public static byte[] Run(string directory, ReadOnlyMemory<byte> input, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        });
        var complaints = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        writing.Wait();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complaints.Result}");
    }

    public static string Text(string directory, params string[] arguments) =>
        Encoding.UTF8.GetString(Run(directory, default, arguments)).TrimEnd('\n');

    /// <summary>What git printed; null where it failed.</summary>
    public static string? Try(string directory, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = complaints.Result;
        return process.ExitCode == 0 ? output.TrimEnd('\n') : null;
    }

    public static Process Start(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsGits).ToArray())
            start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        return Process.Start(start)!;
    }

    private static bool IsGits(string name) => name.StartsWith("GIT_", StringComparison.Ordinal);
}
