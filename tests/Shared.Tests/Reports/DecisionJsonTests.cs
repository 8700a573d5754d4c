using System.Text.Json;
using ChangeSentinel.Decisions;
using ChangeSentinel.Reports;
using ChangeSentinel.Tests.House;
using NJsonSchema;

namespace ChangeSentinel.Tests.Reports;

public static class DecisionJsonTests
{
    public static TheoryData<DecisionState> States { get; } = [.. Enum.GetValues<DecisionState>()];

    [Theory]
    [MemberData(nameof(States))]
    public static async Task Every_state_keeps_the_published_schema(DecisionState state)
    {
        var schema = await Schema();

        var faults = schema.Validate(DecisionJson.Of(Sample(state)));

        Assert.Empty(faults);
    }

    [Fact]
    public static async Task The_schema_refuses_what_is_not_a_decision()
    {
        var schema = await Schema();
        var json = DecisionJson.Of(SampleDecisions.Waiting);

        Assert.NotEmpty(schema.Validate(json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(json.Replace("\"waiting\"", "\"wating\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(json.Replace("\"deadlock\"", "\"dedlock\"", StringComparison.Ordinal)));
    }

    [Fact]
    public static void The_document_reads_as_it_was_read_once() =>
        GoldenFile.Holds("waiting.json", DecisionJson.Of(SampleDecisions.Waiting));

    [Theory]
    [MemberData(nameof(HostileTextTests.Texts), MemberType = typeof(HostileTextTests))]
    public static void Hostile_text_comes_back_as_it_was_and_in_one_piece(string text)
    {
        using var document = JsonDocument.Parse(DecisionJson.Of(SampleDecisions.Hostile(text)));

        var subject = document.RootElement.GetProperty("risk").GetProperty("reasons")[0].GetProperty("subject");

        Assert.Equal(text.Replace('\ud83d', '\ufffd'), subject.GetString());
    }

    private static Decision Sample(DecisionState state) => SampleDecisions.All.Single(sample => sample.State == state);

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "shared", "Reports", "decision.schema.json"));
}
