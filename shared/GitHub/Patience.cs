namespace ChangeSentinel.GitHub;

/// <summary>Gives up a try when nothing came for ten seconds, when its budget ends, or when nobody wants it.</summary>
internal sealed class Patience : IDisposable
{
    /// <summary>GitHub itself ends what takes it longer.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly Deadline deadline;
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource either;

    public Patience(TimeProvider clock, Deadline deadline, CancellationToken cancellationToken)
    {
        this.deadline = deadline;
        silence = new(Timeout.InfiniteTimeSpan, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Something came, or something is sent: the silence starts anew.</summary>
    public void Renew() => silence.CancelAfter(deadline.Left < Silence ? deadline.Left : Silence);

    public void Dispose()
    {
        either.Dispose();
        silence.Dispose();
    }
}
