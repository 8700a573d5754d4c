namespace ChangeSentinel.GitHub;

/// <summary>What a blob is by its content, whatever .gitattributes calls it.</summary>
internal enum BlobKind
{
    /// <summary>Not asked, or GitHub can't tell.</summary>
    Unknown,
    Text,
    Binary,
    Empty,
}

/// <summary>Finds out what those files are of which GitHub shows no lines.</summary>
internal static class ReadBlobKinds
{
    /// <summary>Of more files than this the lines are unknown.</summary>
    private const int Most = 1_000;

    /// <summary>By blob id. A failure leaves them unknown.</summary>
    public static async Task<IReadOnlyDictionary<string, BlobKind>> Of(
        IReadOnlyList<FileReply> files, ReadObjects objects, CancellationToken cancellationToken)
    {
        var doubtful = files.Where(CombineFiles.ShowsNothing)
            .Select(file => file.Sha)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        if (doubtful.Count == 0)
            return new Dictionary<string, BlobKind>(StringComparer.Ordinal);
        var asked = await Attempt.Fact(
            objects.Of(doubtful, ObjectFields.Kind, cancellationToken), "what the files without lines are");
        var found = asked.Or(FoundObjects.None);
        return doubtful.ToDictionary(blob => blob, blob => KindOf(found[blob]), StringComparer.Ordinal);
    }

    private static BlobKind KindOf(ObjectReply? found) => found switch
    {
        { ByteSize: 0 } => BlobKind.Empty,
        { IsBinary: true } => BlobKind.Binary,
        { IsBinary: false } => BlobKind.Text,
        _ => BlobKind.Unknown,
    };
}
