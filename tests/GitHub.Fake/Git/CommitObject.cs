using System.Globalization;
using System.Text;

namespace ChangeSentinel.Fake.Git;

/// <summary>Who wrote or committed, as git records it.</summary>
public sealed record Signature(string Name, string Email, DateTimeOffset At);

/// <summary>A commit, read from its object's bytes.</summary>
public sealed record CommitObject(string Id, string Tree, IReadOnlyList<string> Parents)
{
    public required Signature Author { get; init; }

    public required Signature Committer { get; init; }

    public required string Message { get; init; }

    internal static CommitObject Read(GitObject commit)
    {
        var text = Encoding.UTF8.GetString(commit.Content);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Split('\n').Select(line => line.Split(' ', 2)).ToArray();
        string One(string name) => headers.First(header => header[0] == name)[1];

        return new(commit.Id, One("tree"), [.. headers.Where(header => header[0] == "parent").Select(h => h[1])])
        {
            Author = ReadSignature(One("author")),
            Committer = ReadSignature(One("committer")),
            Message = text[(end + 2)..],
        };
    }

    private static Signature ReadSignature(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.LastIndexOf('>');
        var seconds = line[(close + 2)..].Split(' ')[0];
        return new(
            line[..open].TrimEnd(), line[(open + 1)..close],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)));
    }
}
