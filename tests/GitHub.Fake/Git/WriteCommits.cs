using System.Globalization;
using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>Writes a line of commits through `git fast-import`.</summary>
internal static class WriteCommits
{
    /// <summary>The ids of the commits, oldest first; each stands on the one before it.</summary>
    /// <param name="parent">What the first one stands on; null for a root.</param>
    public static IReadOnlyList<string> Onto(
        string directory, string? parent, IReadOnlyList<NewCommit> commits, DateTimeOffset at)
    {
        using var stream = new MemoryStream();
        for (var index = 0; index < commits.Count; index++)
        {
            var from = index > 0 ? $":{index}" : parent;
            Write(stream, commits[index], from, (Mark: index + 1, At: at.ToUnixTimeSeconds() + index));
        }

        var ids = GitCommand.Run(directory, stream.ToArray(), "fast-import", "--quiet", "--force");
        return Encoding.ASCII.GetString(ids).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Write(Stream stream, NewCommit commit, string? from, (int Mark, long At) place)
    {
        void Say(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
        void Give(byte[] bytes)
        {
            Say($"data {bytes.Length}\n");
            stream.Write(bytes);
            Say("\n");
        }

        var time = place.At.ToString(CultureInfo.InvariantCulture) + " +0000";
        Say($"reset refs/fake/written\n\ncommit refs/fake/written\nmark :{place.Mark}\n");
        Say($"author {commit.Author} {time}\ncommitter {commit.Committer ?? commit.Author} {time}\n");
        Give(Encoding.UTF8.GetBytes(commit.Message));
        if (from is not null)
            Say($"from {from}\n");
        foreach (var merged in commit.Merges)
            Say($"merge {merged}\n");
        foreach (var file in commit.Files)
        {
            var path = "\"" + string.Concat(Encoding.UTF8.GetBytes(file.Path).Select(Octal)) + "\"";
            if (file.Content is not { } content)
                Say($"D {path}\n");
            else if (file.Mode == "160000")
                Say($"M 160000 {Encoding.ASCII.GetString(content)} {path}\n");
            else
            {
                Say($"M {file.Mode} inline {path}\n");
                Give(content);
            }
        }

        Say($"\nget-mark :{place.Mark}\n");
    }

    private static string Octal(byte value) => "\\" + Convert.ToString(value, 8).PadLeft(3, '0');
}
