using System.Buffers;
using System.Text.Json;
using ChangeSentinel.Evidence;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>One line of JSON a commit, as `provenance.schema.json` describes it.</summary>
internal sealed class ProvenanceJson : IProvenanceWriter, IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 17);
    private readonly ArrayBufferWriter<byte> signals = new(1 << 12);
    private readonly Utf8JsonWriter json;

    public ProvenanceJson() =>
        json = new(signals, new() { Encoder = JsonStyle.Encoder, SkipValidation = true });

    public void Write(string sha, string subject, Provenance provenance)
    {
        signals.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("sha"u8, sha);
        json.WriteString("verdict"u8, provenance.Verdict.Name());
        json.WriteStartArray("signals"u8);
        foreach (var signal in provenance.Signals)
        {
            json.WriteStartObject();
            json.WriteString("tool"u8, signal.Tool);
            json.WriteString("kind"u8, signal.Kind.Name());
            json.WriteString("strength"u8, signal.Strength.Name());
            json.WriteString("quote"u8, signal.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        WriteInert(signals.WrittenSpan);
        buffer.Write("\n"u8);
    }

    public void Dispose() => json.Dispose();

    public void WriteTo(Stream output, int ifMoreThan = 0)
    {
        if (buffer.WrittenCount <= ifMoreThan)
            return;
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private void WriteInert(ReadOnlySpan<byte> row)
    {
        while (row.IndexOf("##["u8) is >= 0 and var index)
        {
            buffer.Write(row[..(index + 1)]);
            buffer.Write("\\u0023"u8);
            row = row[(index + 2)..];
        }

        buffer.Write(row);
    }
}
