using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads an object id; what is none makes the answer unreadable.</summary>
internal sealed class ShaConverter : JsonConverter<Sha>
{
    public override Sha Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Sha.TryParse(reader.GetString(), out var sha)
            ? sha
            : throw new JsonException("An object id is not 40 or 64 hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, Sha value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
