using ChangeSentinel.Services;
using FsCheck;
using FsCheck.Fluent;
using static ChangeSentinel.Tests.Services.Tree;

namespace ChangeSentinel.Tests.Services;

public static class ServiceGraphProperties
{
    private const int Most = 12;

    [Fact]
    public static void Downstream_is_exactly_what_a_search_by_hand_finds()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Drawings, drawing =>
            drawing.Graph.Downstream(drawing.Touched).SequenceEqual(ByHand(drawing), StringComparer.Ordinal)));
    }

    [Fact]
    public static void Whoever_needs_a_service_downstream_is_downstream_or_the_only_one_touched()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Drawings, drawing =>
        {
            var downstream = drawing.Graph.Downstream(drawing.Touched).ToHashSet(StringComparer.Ordinal);
            return downstream.SelectMany(drawing.Graph.Dependents)
                .All(name => downstream.Contains(name) || drawing.Touched.Contains(name, StringComparer.Ordinal));
        }));
    }

    [Fact]
    public static void A_further_edge_or_a_further_touched_service_never_shrinks_it()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Drawings, drawing =>
        {
            var before = drawing.Graph.Downstream(drawing.Touched);
            var wider = drawing with { Edges = [.. drawing.Edges, drawing.Extra] };
            return before.All(wider.Graph.Downstream(wider.Touched).Contains)
                && before.All(drawing.Graph.Downstream([.. drawing.Touched, Name(drawing.Extra.From)]).Contains);
        }));
    }

    private static Arbitrary<Drawing> Drawings { get; } = (
        from edges in Edge.ListOf()
        from extra in Edge
        from touched in Gen.Choose(0, Most - 1).ListOf()
        let names = touched.Take(4).Distinct().Select(Name).ToList()
        select new Drawing([.. edges.Take(30)], extra, names)).ToArbitrary();

    private static Gen<(int From, int To)> Edge =>
        from a in Gen.Choose(0, Most - 1)
        from b in Gen.Choose(0, Most - 1)
        select (a, b);

    private static string Name(int index) => $"s{index:D2}";

    private static SortedSet<string> ByHand(Drawing drawing)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var source in drawing.Touched)
        {
            HashSet<string> reached = [source];
            while (drawing.Edges.Any(edge => reached.Contains(Name(edge.To)) && reached.Add(Name(edge.From))))
            {
            }

            found.UnionWith(reached.Where(name => name != source));
        }

        return found;
    }

    /// <param name="Edges">Who needs whom.</param>
    public sealed record Drawing(
        IReadOnlyList<(int From, int To)> Edges, (int From, int To) Extra, IReadOnlyList<string> Touched)
    {
        public ServiceGraph Graph => new(Enumerable.Range(0, Most).Select(index => Service(
            Name(index), [.. Edges.Where(edge => edge.From == index).Select(edge => Name(edge.To))])));
    }
}
