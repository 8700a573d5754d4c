using System.Text;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Makes text of git objects; what GraphQL cuts short is read as a blob.</summary>
internal sealed class ReadText(RepositoryDoor door)
{
    /// <summary>Null where there is no file; unknown where it is binary, or longer than is read.</summary>
    public async Task<Known<SourceFile?>> From(
        ObjectReply? found, TextPlace place, CancellationToken cancellationToken)
    {
        if (found is not { Kind: "Blob" })
            return Known.Fact<SourceFile?>(null);
        if (found.IsBinary is true)
            return new Known<SourceFile?>.Unknown($"{place.Path} is binary");
        if (found.ByteSize > place.Limit)
            return new Known<SourceFile?>.Unknown(
                $"{place.Path} has {found.ByteSize} bytes, and at most {place.Limit} are read");
        if (found is { Text: { } text, IsTruncated: not true })
            return Known.Fact<SourceFile?>(new(place.Path, text));

        var blob = await door.Api.Get(
            door.At($"git/blobs/{found.Oid}"), GitHubReplies.Default.ContentReply, cancellationToken);
        return Decoded(blob) is { } decoded
            ? Known.Fact<SourceFile?>(new(place.Path, decoded))
            : new Known<SourceFile?>.Unknown($"GitHub does not show the content of {place.Path}");
    }

    /// <summary>Null where the answer holds no content.</summary>
    public static string? Decoded(ContentReply reply)
    {
        if (reply is not { Encoding: "base64", Content: { } content })
            return null;
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}

/// <summary>A text file that is asked for.</summary>
/// <param name="Path">As people are told it.</param>
/// <param name="Limit">Bytes.</param>
internal readonly record struct TextPlace(string Path, long Limit);
