namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel version` takes none.</summary>
internal sealed class VersionOptions;
