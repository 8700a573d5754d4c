namespace ChangeSentinel.Fake.Judge;

internal sealed class OpenApiJudge
{
    public static OpenApiJudge? Instance => null;

    public IEnumerable<string> Judge(string method, string path, IReadOnlyDictionary<string, string> query, JsonElement body) => [];
}
