namespace ChangeSentinel.Action.Verbs;

/// <summary>The lines of a stream as bytes, without their end; the last may lack it.</summary>
internal sealed class InputLines(Stream input, byte end)
{
    /// <summary>A line longer than this is refused: nothing we read has one.</summary>
    public const int Longest = 16 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private bool ended;

    /// <summary>The number of the line that was read last, from one.</summary>
    public int Number { get; private set; }

    /// <summary>The next line, good until the one after it is read; null at the end.</summary>
    /// <exception cref="CommandException">A line is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> Next(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var rest = buffer.AsSpan(start + searched, filled - start - searched);
            if (rest.IndexOf(end) is >= 0 and var index)
                return Take(searched + index, skip: 1);
            searched = filled - start;
            if (ended)
                return searched == 0 ? default(ReadOnlyMemory<byte>?) : Take(searched, skip: 0);
            await Fill(cancellationToken);
        }
    }

    /// <summary>
    /// The whole lines that have arrived, ends and all, good until more are read; null at the end.
    /// </summary>
    /// <exception cref="CommandException">A line is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextMany(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var rest = buffer.AsSpan(start + searched, filled - start - searched);
            if (rest.LastIndexOf(end) is >= 0 and var index)
                return TakeMany(searched + index + 1);
            searched = filled - start;
            if (ended)
                return searched == 0 ? default(ReadOnlyMemory<byte>?) : TakeMany(searched);
            await Fill(cancellationToken);
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int skip)
    {
        var line = buffer.AsMemory(start, length);
        start += length + skip;
        Number++;
        return line;
    }

    private ReadOnlyMemory<byte> TakeMany(int length)
    {
        var lines = buffer.AsMemory(start, length);
        start += length;
        Number += lines.Span.Count(end);
        return lines;
    }

    private async ValueTask Fill(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await input.ReadAsync(buffer.AsMemory(filled), cancellationToken);
        filled += read;
        ended = read == 0;
    }

    private void MakeRoom()
    {
        if (start > 0)
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
        filled -= start;
        start = 0;
        if (filled < buffer.Length)
            return;
        if (buffer.Length >= Longest)
            throw new CommandException($"line {Number + 1} of standard input is longer than {Longest >> 20} MiB");
        Array.Resize(ref buffer, buffer.Length * 2);
    }
}
