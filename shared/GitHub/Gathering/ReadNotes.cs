using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Reads git-ai's notes on the commits of a change.</summary>
/// <remarks>
/// A notes tree names each note by the commit it is on: flat, or in folders of two digits once there are many. Its
/// top folder says which, so that no note costs a second question.
/// </remarks>
internal sealed class ReadNotes(RepositoryDoor door, ReadObjects objects, CancellationToken cancellationToken)
{
    /// <summary>The top folder of the notes; must be among the found objects.</summary>
    public const string Root = "refs/notes/ai:";

    /// <summary>A longer note is not read.</summary>
    private const long MostBytes = 4 << 20;

    /// <param name="root">The top folder; null where there are no notes.</param>
    public async Task<IReadOnlyDictionary<Sha, string>> On(IEnumerable<Sha> commits, ObjectReply? root)
    {
        var places = Places(commits, root?.Entries ?? []);
        var notes = new Dictionary<Sha, string>();
        if (places.Count == 0)
            return notes;
        var found = await objects.Of(
            [.. places.SelectMany(place => place.Names)], ObjectFields.Content, cancellationToken);
        var text = new ReadText(door);
        foreach (var (commit, names) in places)
            if (names.Select(name => found[name]).FirstOrDefault(each => each is not null) is { } note
                && (await text.From(note, new($"the note on {commit.Short}", MostBytes), cancellationToken)).Or(null)
                    is { Text: var said })
                notes[commit] = said;
        return notes;
    }

    /// <summary>Where each commit's note may be; a commit without one is left out where that is plain.</summary>
    public static IReadOnlyList<(Sha Commit, IReadOnlyList<string> Names)> Places(
        IEnumerable<Sha> commits, IReadOnlyList<FolderEntryReply> root)
    {
        var top = root.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. commits.Select(commit => (commit, Names(commit.ToString(), top)))
                .Where(place => place.Item2.Count > 0),
        ];
    }

    private static IReadOnlyList<string> Names(string commit, HashSet<string> top)
    {
        if (top.Contains(commit))
            return [Root + commit];
        return top.Contains(commit[..2])
            ? [$"{Root}{commit[..2]}/{commit[2..]}", $"{Root}{commit[..2]}/{commit[2..4]}/{commit[4..]}"]
            : [];
    }
}
