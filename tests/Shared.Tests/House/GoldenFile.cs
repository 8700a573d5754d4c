using System.Runtime.CompilerServices;

namespace ChangeSentinel.Tests.House;

/// <summary>A text that a person read once and that must not change unseen; it lies in `golden/`.</summary>
public static class GoldenFile
{
    /// <summary>
    /// Compares with `golden/NAME`. With `SENTINEL_GOLDEN=write` the file is rewritten, and the test still fails where
    /// it differed, so that nobody takes a fresh file for a passing one.
    /// </summary>
    public static void Holds(string name, string text, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "golden", name);
        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected != text && Environment.GetEnvironmentVariable("SENTINEL_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.Equal(expected, text);
    }
}
