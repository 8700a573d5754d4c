using System.Text;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Explains the paths of standard input; of many that arrive together, half on another thread.</summary>
/// <param name="nul">Paths end in NUL, and none is quoted.</param>
/// <param name="rows">Makes the writer of one thread's rows.</param>
internal sealed class ExplainLines(Shell shell, bool nul, Func<IExplanationWriter> rows)
{
    /// <summary>Bytes of paths that are worth another thread.</summary>
    private const int Many = 1 << 13;

    private readonly byte end = nul ? (byte)0 : (byte)'\n';
    private readonly IExplanationWriter first = rows();
    private readonly IExplanationWriter second = rows();

    /// <summary>Writes the rows in the order of the paths.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        var input = new InputLines(shell.Input, end);
        while (await input.NextMany(cancellationToken) is { } lines)
        {
            var middle = lines.Length < Many ? lines.Length : lines.Span[..(lines.Length / 2)].LastIndexOf(end) + 1;
            var rest = lines[middle..];
            var other = rest.IsEmpty ? Task.CompletedTask : Task.Run(() => Write(rest.Span, second), cancellationToken);
            Write(lines.Span[..middle], first);
            await other;
            first.WriteTo(shell.Output);
            second.WriteTo(shell.Output);
        }
    }

    private void Write(ReadOnlySpan<byte> lines, IExplanationWriter writer)
    {
        while (!lines.IsEmpty)
        {
            var length = lines.IndexOf(end);
            var line = length < 0 ? lines : lines[..length];
            lines = lines[(length < 0 ? lines.Length : length + 1)..];
            if (!line.IsEmpty)
                writer.Write(nul ? Encoding.UTF8.GetString(line) : QuotedPath.Read(line));
        }
    }
}
