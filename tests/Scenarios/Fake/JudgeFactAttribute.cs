using ChangeSentinel.Fake.Judge;

namespace ChangeSentinel.Scenarios.Fake;

/// <summary>
/// A test that needs GitHub's own descriptions; skipped, and said, without them. With SENTINEL_TEST_ALL=1 it fails
/// instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JudgeFactAttribute : FactAttribute
{
    public JudgeFactAttribute()
    {
        var isHere = OpenApiJudge.Instance is not null && WebhookJudge.IsHere;
        if (!isHere && Environment.GetEnvironmentVariable("SENTINEL_TEST_ALL") != "1")
            Skip = "judged by GitHub's own descriptions: SENTINEL_GITHUB_OPENAPI or SENTINEL_WEBHOOK_SCHEMAS names no file; .ci/run fetches both.";
    }
}
