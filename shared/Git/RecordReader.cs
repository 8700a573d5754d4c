namespace ChangeSentinel.Git;

/// <summary>
/// Reads what git prints, record by record, holding no more than one record and one block of it.
/// </summary>
internal sealed class RecordReader(Stream stream, TimeSpan patience)
{
    private const int Block = 1 << 16;
    private const long Longest = 256 << 20;

    private byte[] buffer = new byte[Block];
    private int start, end;
    private bool ended;

    /// <summary>
    /// Bytes of a record that are kept; the rest of a longer one is dropped, and <see cref="Cut"/> is set.
    /// </summary>
    public int Limit { get; set; } = 16 << 20;

    /// <summary>The record that was read, without its delimiter; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>True where the record was longer than <see cref="Limit"/>.</summary>
    public bool Cut { get; private set; }

    /// <summary>Reads on to the next delimiter or the end; false where nothing is left.</summary>
    public ValueTask<bool> Read(byte delimiter, CancellationToken cancellationToken)
    {
        Cut = false;
        var length = buffer.AsSpan(start, end - start).IndexOf(delimiter);
        if (length < 0 || length > Limit)
            return ReadOn(delimiter, cancellationToken);
        Take(length);
        return ValueTask.FromResult(true);
    }

    /// <summary>The next bytes, exactly so many.</summary>
    public async ValueTask<byte[]> ReadBytes(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            await Demand(cancellationToken);
            var part = Math.Min(count - filled, end - start);
            buffer.AsSpan(start, part).CopyTo(bytes.AsSpan(filled));
            filled += part;
            start += part;
        }

        return bytes;
    }

    /// <summary>Passes over the next bytes.</summary>
    public async ValueTask Skip(long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            await Demand(cancellationToken);
            var part = (int)Math.Min(count, end - start);
            count -= part;
            start += part;
        }
    }

    /// <summary>Whether anything is left to read; waits until git says more or ends.</summary>
    public async ValueTask<bool> HasMore(CancellationToken cancellationToken) =>
        start < end || await Fill(cancellationToken);

    /// <summary>What was read ahead, whatever it holds.</summary>
    public ReadOnlyMemory<byte> TakeRest()
    {
        var rest = buffer.AsMemory(start, end - start);
        start = end;
        return rest;
    }

    private async ValueTask<bool> ReadOn(byte delimiter, CancellationToken cancellationToken)
    {
        for (var seen = 0; ;)
        {
            var found = buffer.AsSpan(start + seen, end - start - seen).IndexOf(delimiter);
            seen = found < 0 ? end - start : seen + found;
            if (seen > Limit)
                return await CutAt(delimiter, cancellationToken);
            if (found >= 0)
            {
                Take(seen);
                return true;
            }

            if (await Fill(cancellationToken))
                continue;
            Record = buffer.AsMemory(start, seen);
            start = end;
            return seen > 0;
        }
    }

    private async ValueTask<bool> CutAt(byte delimiter, CancellationToken cancellationToken)
    {
        Cut = true;
        var kept = buffer.AsSpan(start, Limit).ToArray();
        start += Limit;
        int found;
        for (var dropped = 0L; (found = buffer.AsSpan(start, end - start).IndexOf(delimiter)) < 0;)
        {
            dropped += end - start;
            if (dropped > Longest)
                throw new GitException(GitFailure.TooLarge, "git printed a record of more than 256 MiB.");
            start = end = 0;
            if (!await Fill(cancellationToken))
                break;
        }

        start += found + 1;
        Record = kept;
        return true;
    }

    private void Take(int length)
    {
        Record = buffer.AsMemory(start, length);
        start += length + 1;
    }

    private async ValueTask Demand(CancellationToken cancellationToken)
    {
        if (start == end && !await Fill(cancellationToken))
            throw new GitException(GitFailure.Unexpected, "git broke off in the middle of an answer.");
    }

    private async ValueTask<bool> Fill(CancellationToken cancellationToken)
    {
        if (ended)
            return false;
        if (start == end)
            start = end = 0;
        if (start > 0 && end == buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = await Next(buffer.AsMemory(end), cancellationToken);
        end += read;
        ended = read == 0;
        return read > 0;
    }

    // Waiting ends with the caller's token or patience, whether or not the pipe of a dead child ever closes.
    private async ValueTask<int> Next(Memory<byte> into, CancellationToken cancellationToken)
    {
        var reading = stream.ReadAsync(into, CancellationToken.None);
        if (reading.IsCompleted)
            return await reading;
        try
        {
            return await reading.AsTask().WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new GitException(
                GitFailure.Silent, $"git said nothing for {patience.TotalSeconds:0.#} s and was given up.");
        }
    }
}
