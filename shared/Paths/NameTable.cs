using System.Numerics;

namespace ChangeSentinel.Paths;

/// <summary>
/// The children that are spelt out: for each parent a small hash table, the tables of neighbours side by
/// side.
/// </summary>
/// <remarks>
/// A few children are searched one by one; larger tables are open-addressed and at most half full. Their hash
/// is the runtime's own, seeded anew in each process, so that nobody can choose names that collide.
/// </remarks>
internal sealed class NameTable(int slotCount, char[] names)
{
    private const int Few = 4;

    private readonly Slot[] slots = new Slot[slotCount];

    private int used;

    public static int HashOf(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.Ordinal);

    /// <summary>How many slots so many children take.</summary>
    public static int Capacity(int count) =>
        count <= Few ? count : (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);

    /// <summary>The next parent's table, still empty.</summary>
    public Place Reserve(int count)
    {
        var place = new Place(used, Capacity(count));
        used += place.Capacity;
        return place;
    }

    public void Add(Place place, Slot child)
    {
        var table = slots.AsSpan(place.Start, place.Capacity);
        var at = table.Length <= Few ? 0 : child.Hash & (table.Length - 1);
        while (table[at].Node != 0)
            at = at + 1 == table.Length ? 0 : at + 1;
        table[at] = child;
    }

    /// <summary>The child's number, or -1.</summary>
    /// <remarks>The hash is the name's own, reckoned once for all parents.</remarks>
    public int Find(Place place, ReadOnlySpan<char> name, int hash)
    {
        var table = slots.AsSpan(place.Start, place.Capacity);
        if (table.Length <= Few)
        {
            foreach (ref readonly var slot in table)
            {
                if (slot.Hash == hash && IsNamed(slot, name))
                    return slot.Node;
            }

            return -1;
        }

        for (var at = hash & (table.Length - 1); ; at = (at + 1) & (table.Length - 1))
        {
            ref readonly var slot = ref table[at];
            if (slot.Node == 0)
                return -1;
            if (slot.Hash == hash && IsNamed(slot, name))
                return slot.Node;
        }
    }

    private bool IsNamed(in Slot slot, ReadOnlySpan<char> name) =>
        names[slot.Name] == name.Length && name.SequenceEqual(names.AsSpan(slot.Name + 1, name.Length));

    internal readonly record struct Place(int Start, int Capacity);

    /// <param name="Node">Never the root, so that nought is an empty slot.</param>
    /// <param name="Name">Where the name is: its length and then its characters.</param>
    internal readonly record struct Slot(int Hash, int Node, int Name);
}
