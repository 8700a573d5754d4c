namespace ChangeSentinel.GitHub;

/// <summary>
/// Answers kept with their entity tags, so that asking again costs nothing of the limit where nothing changed
/// (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests).
/// </summary>
/// <remarks>They belong to one account: what it may read is in them. What was not used longest goes first.</remarks>
/// <param name="mostEntries">How many answers are kept.</param>
/// <param name="mostBytes">How large they may be together, as they were sent.</param>
public sealed class EntityTags(int mostEntries, long mostBytes)
{
    private readonly Lock changing = new();
    private readonly Dictionary<Uri, LinkedListNode<TaggedAnswer>> byAddress = [];
    private readonly LinkedList<TaggedAnswer> latestFirst = new();
    private long bytes;

    internal TaggedAnswer? Find(Uri address)
    {
        lock (changing)
        {
            if (!byAddress.TryGetValue(address, out var found))
                return null;
            latestFirst.Remove(found);
            latestFirst.AddFirst(found);
            return found.Value;
        }
    }

    internal void Keep(TaggedAnswer answer)
    {
        lock (changing)
        {
            Drop(answer.Address);
            byAddress[answer.Address] = latestFirst.AddFirst(answer);
            bytes += answer.Bytes;
            while (latestFirst.Last is { } oldest && (latestFirst.Count > mostEntries || bytes > mostBytes))
                Drop(oldest.Value.Address);
        }
    }

    private void Drop(Uri address)
    {
        if (!byAddress.Remove(address, out var found))
            return;
        latestFirst.Remove(found);
        bytes -= found.Value.Bytes;
    }
}

/// <summary>An answer as it was read, the tag it came with, and its size.</summary>
internal sealed record TaggedAnswer(Uri Address, string Tag, Answer Answer, long Bytes);
