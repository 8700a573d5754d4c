using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>A git tree, with everything below it where that was asked.</summary>
/// <param name="Sha">The tree's own id, or that of the commit it was asked by.</param>
/// <param name="Truncated">True where entries are left out: over 100,000, or over 7 MB.</param>
internal sealed record TreeReply(Sha Sha, TreeEntryReply[] Tree, bool Truncated = false);

/// <summary>One entry of a tree.</summary>
/// <param name="Path">Below the tree that was asked.</param>
/// <param name="Mode">Six octal digits.</param>
/// <param name="Size">Bytes; null for what is no file.</param>
[JsonConverter(typeof(TreeEntryConverter))]
internal readonly record struct TreeEntryReply(string Path, string Mode, string Sha, long? Size = null)
{
    public bool IsFolder => Mode is "040000" or "40000";

    /// <summary>An ordinary file: no link, no submodule.</summary>
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);
}

/// <summary>
/// Reads an entry by hand: a tree has up to 100,000, of modes hardly ever more than four, and their addresses are
/// passed over.
/// </summary>
internal sealed class TreeEntryConverter : JsonConverter<TreeEntryReply>
{
    public override TreeEntryReply Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (path, mode, sha, size) = ((string?)null, (string?)null, (string?)null, (long?)null);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("path"u8))
                path = Text(ref reader);
            else if (reader.ValueTextEquals("mode"u8))
                mode = Mode(ref reader);
            else if (reader.ValueTextEquals("sha"u8))
                sha = Text(ref reader);
            else if (reader.ValueTextEquals("size"u8))
                size = reader.Read() && reader.TokenType is JsonTokenType.Number ? reader.GetInt64() : null;
            else if (!reader.TrySkip())
                throw new JsonException("An entry of a tree breaks off.");
        }

        return path is null || mode is null || sha is null
            ? throw new JsonException("An entry of a tree has no path, mode or id.")
            : new(path, mode, sha, size);
    }

    public override void Write(Utf8JsonWriter writer, TreeEntryReply value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Trees are only read.");

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.String ? reader.GetString() : null;

    private static string? Mode(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.String)
            return null;
        if (reader.ValueTextEquals("100644"u8))
            return "100644";
        if (reader.ValueTextEquals("040000"u8))
            return "040000";
        return reader.ValueTextEquals("100755"u8) ? "100755" : reader.GetString();
    }
}
