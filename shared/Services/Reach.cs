namespace ChangeSentinel.Services;

/// <summary>
/// What can be reached from some nodes of a graph, without recursion and in time linear in its edges.
/// </summary>
internal static class Reach
{
    /// <summary>Every node that a path leads to from one of the sources other than itself.</summary>
    /// <remarks>
    /// Two different sources a node is reached from are enough to know that one of them is not the node
    /// itself or the node after it; so each node is passed on at most twice.
    /// </remarks>
    public static IEnumerable<int> From(IReadOnlyList<int> sources, IReadOnlyList<int>[] edges)
    {
        var first = Enumerable.Repeat(-1, edges.Length).ToArray();
        var second = Enumerable.Repeat(-1, edges.Length).ToArray();
        var waiting = new Queue<(int Node, int Source)>();
        foreach (var source in sources)
            Arrive(source, source);
        while (waiting.TryDequeue(out var reached))
            foreach (var next in edges[reached.Node])
                Arrive(next, reached.Source);

        return Enumerable.Range(0, edges.Length)
            .Where(node => IsAnother(first[node], node) || IsAnother(second[node], node));

        static bool IsAnother(int source, int node) => source >= 0 && source != node;

        void Arrive(int node, int source)
        {
            if (first[node] == source || second[node] >= 0)
                return;
            (first[node] < 0 ? ref first[node] : ref second[node]) = source;
            waiting.Enqueue((node, source));
        }
    }
}
