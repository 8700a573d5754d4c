using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.GitHub;

/// <summary>Takes a fact for what it is, and fails with the reason where it is unknown.</summary>
internal static class Surely
{
    public static T Fact<T>(Known<T> known) => known switch
    {
        Known<T>.Fact fact => fact.Value,
        Known<T>.Unknown unknown => throw new Xunit.Sdk.XunitException($"unknown, because {unknown.Reason}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Reason<T>(Known<T> known) => Assert.IsType<Known<T>.Unknown>(known).Reason;
}
