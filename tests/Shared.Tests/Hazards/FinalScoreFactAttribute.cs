namespace ChangeSentinel.Tests.Hazards;

/// <summary>A test over the part of the labelled set that is scored once; skipped, and said so, until then.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FinalScoreFactAttribute : FactAttribute
{
    public FinalScoreFactAttribute()
    {
        if (!IsSet("SENTINEL_SCORE_FINAL") && !IsSet("SENTINEL_TEST_ALL"))
            Skip = "final score: set SENTINEL_SCORE_FINAL=1 or SENTINEL_TEST_ALL=1 once the detectors are done.";
    }

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) == "1";
}
