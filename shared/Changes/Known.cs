namespace ChangeSentinel.Changes;

/// <summary>A fact that was read, or the reason why it could not be; ignorance is never a default.</summary>
public abstract record Known<T>
{
    private Known()
    {
    }

    public sealed record Fact(T Value) : Known<T>;

    /// <param name="Reason">A clause that completes "unknown, because …", without a full stop.</param>
    public sealed record Unknown(string Reason) : Known<T>;

    /// <summary>The fact, or <paramref name="otherwise"/> where unknown: only for uses that cannot approve.</summary>
    public T Or(T otherwise) => this is Fact fact ? fact.Value : otherwise;
}

/// <summary>Ways to make a <see cref="Known{T}"/> without repeating its type.</summary>
public static class Known
{
    public static Known<T> Fact<T>(T value) => new Known<T>.Fact(value);
}
