using System.Buffers;
using System.Text;
using System.Text.Json;
using ChangeSentinel.Reports;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Action.Verbs;

/// <summary>One line of JSON a path, as `explain.schema.json` describes it.</summary>
internal sealed class ExplanationJson(ExplainedPolicy explained, bool all) : IExplanationWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 17);

    /// <summary>The middle of a row is the same for all paths that one line decides.</summary>
    private readonly Dictionary<PathTier, byte[]> middles = new(ReferenceEqualityComparer.Instance);

    public void Write(string path)
    {
        var deciding = explained.Deciding(path);
        buffer.Write("{\"path\":"u8);
        WriteText(path);
        if (deciding is { Owners.Count: > 0 } && explained.Policy.BaselinePaths is null)
            WriteMiddleOf(deciding);
        else
            WriteMiddle(path, deciding);

        buffer.Write(",\"services\":"u8);
        WriteTexts(explained.ServicesOf(path));
        if (all)
            WriteMatches(path);
        buffer.Write("}\n"u8);
    }

    public void WriteTo(Stream output)
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private void WriteMiddleOf(PathTier deciding)
    {
        if (middles.TryGetValue(deciding, out var known))
        {
            buffer.Write(known);
            return;
        }

        var start = buffer.WrittenCount;
        WriteMiddle("", deciding);
        middles[deciding] = buffer.WrittenSpan[start..].ToArray();
    }

    private void WriteMiddle(string path, PathTier? deciding)
    {
        buffer.Write(",\"tier\":"u8);
        WriteText(explained.TierOf(path, deciding).Name);
        buffer.Write(",\"line\":"u8);
        if (deciding is null)
            buffer.Write("null,\"pattern\":null"u8);
        else
        {
            WriteNumber(deciding.Place.Line);
            buffer.Write(",\"pattern\":"u8);
            WriteText(deciding.Pattern.Text);
        }

        buffer.Write(",\"owners\":"u8);
        WriteTexts(explained.OwnersOf(path, deciding));
    }

    private void WriteMatches(string path)
    {
        buffer.Write(",\"matches\":["u8);
        var lines = explained.All(path);
        for (var index = 0; index < lines.Count; index++)
        {
            if (index > 0)
                buffer.Write(","u8);
            WriteNumber(lines[index].Place.Line);
        }

        buffer.Write("]"u8);
    }

    private void WriteTexts(IReadOnlyList<string> texts)
    {
        buffer.Write("["u8);
        for (var index = 0; index < texts.Count; index++)
        {
            if (index > 0)
                buffer.Write(","u8);
            WriteText(texts[index]);
        }

        buffer.Write("]"u8);
    }

    private void WriteNumber(int number)
    {
        var span = buffer.GetSpan(16);
        number.TryFormat(span, out var written);
        buffer.Advance(written);
    }

    private void WriteText(string text)
    {
        buffer.Write("\""u8);
        var plain = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        plain = plain[..Encoding.UTF8.GetBytes(text, plain)];
        if (JsonStyle.Encoder.FindFirstCharacterToEncodeUtf8(plain) < 0 && plain.IndexOf("##["u8) < 0)
            buffer.Advance(plain.Length);
        else
            buffer.Write(Encoding.UTF8.GetBytes(
                JsonStyle.Inert(JsonEncodedText.Encode(text, JsonStyle.Encoder).ToString())));
        buffer.Write("\""u8);
    }
}
