using System.Numerics;

namespace ChangeSentinel.Paths;

/// <summary>
/// The children that are spelt out: for each parent a small hash table, the tables of neighbours side by
/// side.
/// </summary>
/// <remarks>
/// The tables are open-addressed and at most half full. Their hash is the runtime's own, seeded anew in each
/// process, so that nobody can choose names that collide. Paths that are read in order stay within a few
/// lines of the cache.
/// </remarks>
internal sealed class NameTable
{
    private readonly Slot[] slots;

    // Each name as its length and then its characters.
    private readonly char[] names;

    private int usedSlots;
    private int usedNames;

    public NameTable(IReadOnlyList<IReadOnlyList<Child>> tables)
    {
        slots = new Slot[tables.Sum(table => Capacity(table.Count))];
        names = new char[tables.Sum(table => table.Sum(child => child.Name.Length + 1))];
        var places = new Place[tables.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = Add(tables[i]);
        Places = places;
    }

    /// <summary>Where the table of each parent is, in the order given.</summary>
    public IReadOnlyList<Place> Places { get; }

    public static int HashOf(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.Ordinal);

    /// <summary>The child's number, or -1.</summary>
    /// <remarks>The hash is the name's own, reckoned once for all parents.</remarks>
    public int Find(Place place, ReadOnlySpan<char> name, int hash)
    {
        var table = slots.AsSpan(place.Start, place.Capacity);
        for (var at = hash & (table.Length - 1); ; at = (at + 1) & (table.Length - 1))
        {
            ref readonly var slot = ref table[at];
            if (slot.Node == 0)
                return -1;
            if (slot.Hash == hash && names[slot.Name] == name.Length
                && name.SequenceEqual(names.AsSpan(slot.Name + 1, name.Length)))
            {
                return slot.Node;
            }
        }
    }

    private static int Capacity(int count) =>
        count == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);

    private Place Add(IReadOnlyList<Child> children)
    {
        var place = new Place(usedSlots, Capacity(children.Count));
        usedSlots += place.Capacity;
        var table = slots.AsSpan(place.Start, place.Capacity);
        foreach (var (name, node) in children)
        {
            var hash = HashOf(name);
            var at = hash & (table.Length - 1);
            while (table[at].Node != 0)
                at = (at + 1) & (table.Length - 1);
            table[at] = new Slot(hash, node, usedNames);
            names[usedNames] = (char)name.Length;
            name.CopyTo(names.AsSpan(usedNames + 1));
            usedNames += name.Length + 1;
        }

        return place;
    }

    internal readonly record struct Child(string Name, int Node);

    internal readonly record struct Place(int Start, int Capacity);

    /// <param name="Node">Never the root, so that nought is an empty slot.</param>
    private readonly record struct Slot(int Hash, int Node, int Name);
}
