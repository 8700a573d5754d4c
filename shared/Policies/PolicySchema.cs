using System.Diagnostics;
using System.Text;

namespace ChangeSentinel.Policies;

/// <summary>The JSON Schema (draft-07) of a policy file, for editors.</summary>
/// <remarks>
/// It accepts all that the parser accepts and rejects every error of shape. What it can't express is a closed
/// list in its test: references between parts, keys that stand twice, and what is within the lines of `paths`.
/// </remarks>
public static class PolicySchema
{
    private const string Resource = "blastradius.schema.json";

    public static string Json { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(PolicySchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new UnreachableException();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
