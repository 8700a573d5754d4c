using System.Text.Json;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Action.Verbs;

/// <summary>A commit as a line of JSON.</summary>
internal static class CommitLine
{
    private static readonly string[] Names =
        ["sha", "author_name", "author_email", "committer_name", "committer_email", "message"];

    /// <summary>The commit, and its id as it was written: any text, so that rows can be told apart.</summary>
    /// <param name="line">One object; members that are not ours are passed over.</param>
    /// <param name="number">The line's number, from one, for messages.</param>
    /// <exception cref="CommandException">It is not JSON, no object, or lacks `sha` or `message`.</exception>
    public static (string Sha, Commit Commit) Read(ReadOnlySpan<byte> line, int number)
    {
        var values = new string?[Names.Length];
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
                throw Wrong(number, "is no JSON object");
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
                ReadMember(ref reader, values, number);
            if (reader.Read())
                throw Wrong(number, "goes on after its object");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw Wrong(number, $"is not JSON ({wrong.Message.TrimEnd('.')})");
        }

        if (values is not [{ } sha, .., { } message])
            throw Wrong(number, $"lacks '{(values[0] is null ? "sha" : "message")}'");
        return (sha, new()
        {
            Sha = Sha.TryParse(sha, out var known) ? known : default,
            Author = Person(values[1], values[2]),
            Committer = Person(values[3], values[4]),
            Message = message.ReplaceLineEndings("\n"),
        });
    }

    private static void ReadMember(ref Utf8JsonReader reader, string?[] values, int number)
    {
        var index = -1;
        for (var known = 0; known < Names.Length; known++)
            if (reader.ValueTextEquals(Names[known]))
                index = known;

        reader.Read();
        if (index < 0)
            reader.Skip();
        else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            values[index] = reader.GetString();
        else
            throw Wrong(number, $"has a '{Names[index]}' that is no text");
    }

    private static Person Person(string? name, string? email) => Git.GitPeople.From(name ?? "", email ?? "");

    private static CommandException Wrong(int number, string what) =>
        new($"line {number} of standard input {what}; expected {{\"{string.Join("\",\"", Names)}\"}}");
}
