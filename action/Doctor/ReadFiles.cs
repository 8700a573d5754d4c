using System.Buffers;
using System.Text;
using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Action.Doctor;

/// <summary>Reads files of a branch as data, many with one question.</summary>
internal static class ReadFiles
{
    /// <summary>Each path's text; a path that is not there, or is no whole text, is missing from the answer.</summary>
    public static async Task<IReadOnlyList<SourceFile>> Texts(
        Examined examined, string commit, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
            return [];
        var found = await Ask(examined, commit, paths, cancellationToken);
        return
        [
            .. paths.Select((path, index) => (path, reply: found.GetValueOrDefault($"f{index}")))
                .Where(file => file.reply is { Text: not null, IsTruncated: not true })
                .Select(file => new SourceFile(file.path, file.reply!.Text!)),
        ];
    }

    /// <summary>The files directly in a folder, by name; empty where there is no such folder.</summary>
    public static async Task<IReadOnlyList<string>> Names(
        Examined examined, string commit, string folder, CancellationToken cancellationToken)
    {
        var found = await Ask(examined, commit, [folder], cancellationToken);
        return
        [
            .. (found.GetValueOrDefault("f0")?.Entries ?? []).Where(entry => entry.Type is "blob")
                .Select(entry => entry.Name),
        ];
    }

    private static async Task<Dictionary<string, FileReply?>> Ask(
        Examined examined, string commit, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var reply = await examined.Api.Query(
            Query(paths.Count), Variables(examined, commit, paths), GraphQlReplies.Default.FilesReply,
            cancellationToken);
        return reply.Repository ?? [];
    }

    private static string Query(int count)
    {
        var query = new StringBuilder("query($owner:String!,$name:String!");
        for (var index = 0; index < count; index++)
            query.Append($",$e{index}:String!");
        query.Append("){repository(owner:$owner,name:$name){");
        for (var index = 0; index < count; index++)
            query.Append($"f{index}:object(expression:$e{index}){{...file}} ");
        return query.Append("}} fragment file on GitObject{__typename ...on Blob{text isTruncated} "
            + "...on Tree{entries{name type}}}").ToString();
    }

    private static ReadOnlyMemory<byte> Variables(Examined examined, string commit, IReadOnlyList<string> paths)
    {
        var (owner, name) = examined.Repository.Split('/') is [var first, var second] ? (first, second) : ("", "");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("owner", owner);
            writer.WriteString("name", name);
            for (var index = 0; index < paths.Count; index++)
                writer.WriteString($"e{index}", $"{commit}:{paths[index]}");
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
