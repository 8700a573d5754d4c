using System.Text.Json.Serialization;

namespace ChangeSentinel.GitHub;

/// <summary>What GitHub's REST answers are read as, and its requests are written from.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ShaConverter)])]
[JsonSerializable(typeof(PullReply))]
[JsonSerializable(typeof(PullReply[]))]
[JsonSerializable(typeof(FileReply[]))]
[JsonSerializable(typeof(CommitReply[]))]
[JsonSerializable(typeof(CompareReply))]
[JsonSerializable(typeof(TreeReply))]
[JsonSerializable(typeof(ReviewReply[]))]
[JsonSerializable(typeof(EventReply[]))]
[JsonSerializable(typeof(CommentReply[]))]
[JsonSerializable(typeof(CommentReply))]
[JsonSerializable(typeof(ActivityReply[]))]
[JsonSerializable(typeof(CollaboratorReply[]))]
[JsonSerializable(typeof(AccountReply[]))]
[JsonSerializable(typeof(CheckRunsReply))]
[JsonSerializable(typeof(CheckRunReply))]
[JsonSerializable(typeof(ContentReply))]
[JsonSerializable(typeof(CheckRunRequest))]
[JsonSerializable(typeof(LabelRequest))]
[JsonSerializable(typeof(LabelsRequest))]
[JsonSerializable(typeof(CommentRequest))]
internal sealed partial class GitHubReplies : JsonSerializerContext;

/// <summary>The same for GraphQL.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ShaConverter)])]
[JsonSerializable(typeof(ObjectsReply))]
[JsonSerializable(typeof(LabelsReply))]
[JsonSerializable(typeof(QueueReply))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
internal sealed partial class GitHubGraph : JsonSerializerContext;
