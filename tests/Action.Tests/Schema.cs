using NJsonSchema;

namespace ChangeSentinel.Tests;

/// <summary>Holds what the program writes against the schema it prints.</summary>
public static class Schema
{
    public static async Task Holds(string name, string json)
    {
        var printed = await CommandRun.In(Path.GetTempPath(), "schema", name);
        var schema = await JsonSchema.FromJsonAsync(printed.Output);

        Assert.Empty(schema.Validate(json));
    }
}
