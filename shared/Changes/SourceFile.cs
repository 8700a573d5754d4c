namespace ChangeSentinel.Changes;

/// <summary>A text file of the base commit that is read as a fact: CODEOWNERS, a manifest, a policy.</summary>
public sealed record SourceFile(string Path, string Text);
