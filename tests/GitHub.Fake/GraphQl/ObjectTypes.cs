using System.Text;
using static ChangeSentinel.Fake.GraphQl.Schema;

namespace ChangeSentinel.Fake.GraphQl;

/// <summary>Git's objects: blobs, trees and commits.</summary>
internal static class ObjectTypes
{
    /// <summary>Longer texts are cut, and say so.</summary>
    private const int MostText = 512_000;

    public static IReadOnlyList<GraphType> All { get; } =
    [
        new("GitObject", Own([])),
        new("Blob", Own(new()
        {
            ["text"] = Scalar<Stored>(one => IsBinary(one) ? null : Text(one)),
            ["byteSize"] = Scalar<Stored>(one => one.Object.Content.Length),
            ["isBinary"] = Scalar<Stored>(one => IsBinary(one)),
            ["isTruncated"] = Scalar<Stored>(one => !IsBinary(one) && one.Object.Content.Length > MostText),
        }))
        { Implements = ["GitObject"] },
        new("Tree", Own(new() { ["entries"] = Object<Stored>("[TreeEntry]", (_, one) => Entries(one)) }))
        { Implements = ["GitObject"] },
        new("Commit", Own(new()
        {
            ["tree"] = Object<Stored>("Tree", (_, one) => Find(one, Commit(one).Tree)),
            ["message"] = Scalar<Stored>(one => Commit(one).Message),
            ["messageHeadline"] = Scalar<Stored>(one => Commit(one).Message.Split('\n')[0]),
            ["authoredDate"] = Scalar<Stored>(one => Json.Time(Commit(one).Author.At)),
            ["committedDate"] = Scalar<Stored>(one => Json.Time(Commit(one).Committer.At)),
        }))
        { Implements = ["GitObject"] },
        new("TreeEntry", new Dictionary<string, GraphField>
        {
            ["name"] = Scalar<Held>(one => one.Entry.Path),
            ["path"] = Scalar<Held>(one => one.Path),
            ["oid"] = Scalar<Held>(one => one.Entry.Id),
            ["type"] = Scalar<Held>(one => one.Entry.Kind),
            ["mode"] = Scalar<Held>(one => Convert.ToInt32(one.Entry.Mode, 8)),
            ["size"] = Scalar<Held>(one => one.Entry.Size ?? 0),
            ["object"] = Object<Held>("GitObject", (_, one) => one.Repository.Objects.Find(one.Entry.Id) is { } found
                ? new Stored(one.Repository, found, one.Path) : null),
        }),
    ];

    private static Dictionary<string, GraphField> Own(Dictionary<string, GraphField> more) => new(more)
    {
        ["id"] = Scalar<Stored>(one => AccountShape.NodeId("G", one.Object.Id)),
        ["oid"] = Scalar<Stored>(one => one.Object.Id),
        ["abbreviatedOid"] = Scalar<Stored>(one => one.Object.Id[..7]),
    };

    private static bool IsBinary(Stored blob) => blob.Object.Content.AsSpan().IndexOf((byte)0) >= 0;

    private static string Text(Stored blob) =>
        Encoding.UTF8.GetString(blob.Object.Content.AsSpan(0, Math.Min(MostText, blob.Object.Content.Length)));

    private static CommitObject Commit(Stored commit) => CommitObject.Read(commit.Object);

    private static Stored Find(Stored from, string id) => new(from.Repository, from.Repository.Objects.Find(id)!, "");

    private static IEnumerable<Held> Entries(Stored tree) =>
        tree.Repository.Objects.Tree(tree.Object.Id, recursive: false)
            .Select(entry => new Held(tree.Repository, entry, tree.Path.Length == 0 ? entry.Path : $"{tree.Path}/{entry.Path}"));
}
