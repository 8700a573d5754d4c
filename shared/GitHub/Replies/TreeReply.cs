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
internal readonly record struct TreeEntryReply(
    string Path, [property: JsonConverter(typeof(ModeConverter))] string Mode, string Sha,
    long? Size = null)
{
    public bool IsFolder => Mode is "040000" or "40000";

    /// <summary>An ordinary file: no link, no submodule.</summary>
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);
}

/// <summary>A tree has thousands of modes and hardly ever more than four different ones.</summary>
internal sealed class ModeConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.ValueTextEquals("100644"u8))
            return "100644";
        if (reader.ValueTextEquals("040000"u8))
            return "040000";
        if (reader.ValueTextEquals("100755"u8))
            return "100755";
        return reader.GetString() ?? throw new JsonException("A tree's entry has no mode.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
