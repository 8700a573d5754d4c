namespace ChangeSentinel.Tests.Git;

/// <summary>A test that needs shell scripts or file modes; skipped, and said so, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs a POSIX shell";
    }
}

/// <summary>The same for a table.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs a POSIX shell";
    }
}
