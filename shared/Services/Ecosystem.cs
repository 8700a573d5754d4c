namespace ChangeSentinel.Services;

/// <summary>A file format the service graph is read from.</summary>
public enum Ecosystem
{
    Backstage,
    MsBuild,
    Npm,
    Go,
    Compose,
}
