namespace ChangeSentinel.Changes;

/// <summary>A place in a text file; line and column both start at one.</summary>
public sealed record Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
