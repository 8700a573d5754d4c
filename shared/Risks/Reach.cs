using ChangeSentinel.Changes;
using ChangeSentinel.Services;

namespace ChangeSentinel.Risks;

/// <summary>The services a change touches, and those that stand downstream of them.</summary>
public sealed record Reach(IReadOnlyList<string> Touched, Known<IReadOnlyList<string>> Downstream)
{
    public static Reach Of(IReadOnlyList<string> paths, Known<ServiceGraph> graph)
    {
        if (graph is not Known<ServiceGraph>.Fact known)
            return new([], new Known<IReadOnlyList<string>>.Unknown(((Known<ServiceGraph>.Unknown)graph).Reason));

        var touched = known.Value.Touched(paths);
        return new(touched, Known.Fact(known.Value.Downstream(touched)));
    }
}
