using System.Security.Cryptography;
using System.Text;

namespace ChangeSentinel.Fake.Judge;

/// <summary>Keeps every GraphQL document that was asked, for GitHub's own schema to judge.</summary>
internal static class RecordedDocuments
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SENTINEL_GRAPHQL_DOCUMENTS");

    /// <summary>Writes the document once, under a name made of its content, where the folder is set.</summary>
    public static void Keep(string document)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        Directory.CreateDirectory(Folder);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..16];
        var file = Path.Combine(Folder, name + ".graphql");
        var draft = $"{file}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        File.WriteAllText(draft, document);
        File.Move(draft, file, overwrite: true);
    }
}
