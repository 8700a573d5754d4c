namespace ChangeSentinel.GitHub;

/// <summary>A check run as it is written.</summary>
/// <param name="HeadSha">Null where an existing run is changed.</param>
/// <param name="Conclusion">Null while it is in progress.</param>
internal sealed record CheckRunRequest(string Name, string? HeadSha, string Status, string? Conclusion)
{
    public required CheckOutputReply Output { get; init; }
}

internal sealed record LabelRequest(string Name, string Color, string Description);

internal sealed record LabelsRequest(IReadOnlyList<string> Labels);

internal sealed record CommentRequest(string Body);

