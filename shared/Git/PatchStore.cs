using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>
/// The patches of one change within a budget of memory: where it is overrun the largest is let go, and says
/// so.
/// </summary>
internal sealed class PatchStore
{
    /// <summary>Lines of one file's patch beyond which it is not kept.</summary>
    public const int FileLines = 200_000;

    /// <summary>Bytes of memory of all patches together.</summary>
    public const long Budget = 64 << 20;

    private const int CostOfLine = 56;

    // What was kept, the largest first.
    private readonly PriorityQueue<int, long> largest = new();
    private readonly Dictionary<int, long> costs = [];
    private long kept;

    /// <summary>Bytes a line of that many characters takes.</summary>
    public static long Cost(int characters) => CostOfLine + (2L * characters);

    /// <summary>Takes the patch of a file, and lets others go where the budget is overrun.</summary>
    public void Keep(List<ChangedFile> files, int index, long cost)
    {
        costs[index] = cost;
        largest.Enqueue(index, -cost);
        for (kept += cost; kept > Budget && largest.TryDequeue(out var victim, out _);)
        {
            kept -= costs[victim];
            files[victim] = files[victim] with { Patch = Dropped };
        }
    }

    private static readonly Known<Patch> Dropped = new Known<Patch>.Unknown(
        $"the patches of this change take more than {Budget >> 20} MiB, and this is among the largest");
}
