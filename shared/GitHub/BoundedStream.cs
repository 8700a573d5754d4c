namespace ChangeSentinel.GitHub;

/// <summary>An answer's body as it arrives, unpacked; never more of it than is allowed.</summary>
/// <param name="most">Bytes.</param>
/// <param name="arrived">Called before each wait for more.</param>
internal sealed class BoundedStream(Stream inner, long most, Action arrived) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <exception cref="ForgeException">There is more than is read.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        arrived();
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        return Count <= most
            ? read
            : throw new ForgeException(
                ForgeFailure.TooLarge, $"GitHub's answer is larger than the {most >> 20} MiB that are read of one.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
