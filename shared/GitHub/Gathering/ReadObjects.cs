using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>Which fields of git objects are asked for.</summary>
internal enum ObjectFields
{
    /// <summary>The text of a blob, the tree of a commit, the entries of a folder.</summary>
    Content,

    /// <summary>Size, and whether it is binary.</summary>
    Kind,

    /// <summary>The entries of a folder.</summary>
    Folder,
}

/// <summary>Git objects by the names they were asked by.</summary>
/// <param name="Viewer">The login of the account that asks.</param>
internal sealed record FoundObjects(string Viewer, IReadOnlyDictionary<string, ObjectReply?> Objects)
{
    public static FoundObjects None { get; } =
        new("", new Dictionary<string, ObjectReply?>(StringComparer.Ordinal));

    /// <summary>Null where there is none of that name, and where it was not asked for.</summary>
    public ObjectReply? this[string expression] => Objects.GetValueOrDefault(expression);

    public FoundObjects With(FoundObjects more) => new(
        Viewer.Length > 0 ? Viewer : more.Viewer,
        Objects.Concat(more.Objects.Where(each => !Objects.ContainsKey(each.Key)))
            .ToDictionary(StringComparer.Ordinal));
}

/// <summary>Reads git objects by what git calls a revision: `BRANCH:path`, `COMMIT:path`, a blob's id.</summary>
internal sealed class ReadObjects(RepositoryDoor door)
{
    /// <summary>More in one question are split over several, asked at once.</summary>
    private const int Together = 100;

    private static readonly ConcurrentDictionary<(ObjectFields, int), string> Documents = new();

    /// <exception cref="ForgeException">GraphQL did not answer.</exception>
    public Task<FoundObjects> Of(
        IReadOnlyCollection<string> expressions, ObjectFields fields, CancellationToken cancellationToken) =>
        OfEach([.. expressions.Distinct(StringComparer.Ordinal).Chunk(Together)], fields, cancellationToken);

    /// <summary>The same, split as the caller says.</summary>
    public async Task<FoundObjects> OfEach(
        IReadOnlyList<string[]> questions, ObjectFields fields, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            questions.Select(each => Ask(each, fields, cancellationToken)));
        return answers.Aggregate(FoundObjects.None, (all, more) => all.With(more));
    }

    private async Task<FoundObjects> Ask(
        string[] expressions, ObjectFields fields, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["owner"] = door.Owner,
            ["name"] = door.Name,
        };
        for (var index = 0; index < expressions.Length; index++)
            variables[$"e{index}"] = expressions[index];
        var reply = await door.Api.Query(
            Documents.GetOrAdd((fields, expressions.Length), key => Document(key.Item1, key.Item2)),
            JsonSerializer.SerializeToUtf8Bytes(variables, GitHubGraph.Default.DictionaryStringString),
            GitHubGraph.Default.ObjectsReply,
            cancellationToken);
        if (reply.Objects is not { } objects)
            throw new ForgeException(
                ForgeFailure.NotFound,
                $"GitHub shows no repository {door.FullName} to this token; give the token 'contents: read' there.");

        var found = new Dictionary<string, ObjectReply?>(expressions.Length, StringComparer.Ordinal);
        for (var index = 0; index < expressions.Length; index++)
            found[expressions[index]] = objects.GetValueOrDefault($"o{index}");
        return new(reply.Viewer?.Login ?? "", found);
    }

    private static string Document(ObjectFields fields, int count)
    {
        var text = new StringBuilder("query($owner:String!,$name:String!");
        for (var index = 0; index < count; index++)
            text.Append($",$e{index}:String!");
        text.Append("){viewer{login} objects:repository(owner:$owner,name:$name){");
        for (var index = 0; index < count; index++)
            text.Append($"o{index}:object(expression:$e{index}){{...fields}} ");
        return text.Append("}} fragment fields on GitObject{").Append(FieldsOf(fields)).Append('}').ToString();
    }

    private static string FieldsOf(ObjectFields fields) => fields switch
    {
        ObjectFields.Content =>
            "__typename oid ...on Blob{text byteSize isBinary isTruncated} ...on Commit{tree{oid}} "
            + "...on Tree{entries{name oid mode}}",
        ObjectFields.Kind => "__typename oid ...on Blob{byteSize isBinary}",
        ObjectFields.Folder => "__typename oid ...on Tree{entries{name oid mode}}",
    };
}
