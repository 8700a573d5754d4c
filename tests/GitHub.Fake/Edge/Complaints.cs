using System.Collections.Concurrent;

namespace ChangeSentinel.Fake.Edge;

/// <summary>What a client did that it must never do; a test that leaves one fails.</summary>
public sealed class Complaints
{
    private readonly ConcurrentQueue<string> all = new();

    public IReadOnlyList<string> All => [.. all];

    public void Add(string complaint) => all.Enqueue(complaint);

    public void Clear() => all.Clear();

    /// <exception cref="InvalidOperationException">There is one.</exception>
    public void ThrowIfAny()
    {
        if (!all.IsEmpty)
            throw new InvalidOperationException("The fake GitHub complains:\n" + string.Join('\n', all));
    }
}
