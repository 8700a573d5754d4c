namespace ChangeSentinel.Reports;

/// <summary>The published JSON Schemas of what the program writes, version 1.</summary>
public static class ReportSchema
{
    /// <param name="name">`decision`, `explain`, `provenance` or `services`.</param>
    public static string Json(string name)
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream($"{name}.schema.json")
            ?? throw new ArgumentException($"there is no schema '{name}'", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
