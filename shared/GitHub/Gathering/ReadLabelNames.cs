using System.Text;
using System.Text.Json;

namespace ChangeSentinel.GitHub;

/// <summary>Finds out which labels exist in a repository.</summary>
internal static class ReadLabelNames
{
    /// <summary>Those of the names that exist, as the repository spells them.</summary>
    public static async Task<IReadOnlyList<string>> Existing(
        RepositoryDoor door, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return [];
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["owner"] = door.Owner,
            ["name"] = door.Name,
        };
        var text = new StringBuilder("query($owner:String!,$name:String!");
        for (var index = 0; index < names.Count; index++)
        {
            variables[$"l{index}"] = names[index];
            text.Append($",$l{index}:String!");
        }

        text.Append("){labels:repository(owner:$owner,name:$name){");
        for (var index = 0; index < names.Count; index++)
            text.Append($"l{index}:label(name:$l{index}){{name}} ");
        var reply = await door.Api.Query(
            text.Append("}}").ToString(),
            JsonSerializer.SerializeToUtf8Bytes(variables, GitHubGraph.Default.DictionaryStringString),
            GitHubGraph.Default.LabelsReply,
            cancellationToken);
        return [.. (reply.Labels ?? []).Values.OfType<LabelReply>().Select(label => label.Name)];
    }
}
