using System.Text.Json.Serialization;

namespace ChangeSentinel.Action.Doctor;

/// <summary>`query { viewer { login } }`.</summary>
internal sealed record IdentityReply(AccountReply Viewer);

internal sealed record AccountReply(string Login);

/// <summary>`GET repos/{owner}/{name}`.</summary>
internal sealed record RepositoryReply(string DefaultBranch);

/// <summary>Blobs and trees of a commit, each under the alias it was asked with; null where nothing is there.</summary>
internal sealed record FilesReply(Dictionary<string, FileReply?>? Repository);

/// <param name="Text">Null where it is no text.</param>
/// <param name="Entries">Null where it is no folder.</param>
internal sealed record FileReply(string? Text, bool? IsTruncated, IReadOnlyList<EntryReply>? Entries);

internal sealed record EntryReply(string Name, string Type);

/// <summary>`GET repos/{owner}/{name}/branches/{branch}`.</summary>
internal sealed record BranchReply(CommitReply Commit, ProtectionReply? Protection);

internal sealed record CommitReply(string Sha);

internal sealed record ProtectionReply(RequiredChecksReply? RequiredStatusChecks);

/// <param name="EnforcementLevel">`off`, `non_admins` or `everyone`.</param>
internal sealed record RequiredChecksReply(string? EnforcementLevel, IReadOnlyList<RequiredCheckReply>? Checks);

/// <param name="AppId">Whose check alone counts; null or −1 where anybody's does.</param>
internal sealed record RequiredCheckReply(string Context, long? AppId);

/// <summary>One of `GET repos/{owner}/{name}/rules/branches/{branch}`: a rule that holds for the branch.</summary>
internal sealed record RuleReply(string Type, long? RulesetId, RuleParameters? Parameters);

internal sealed record RuleParameters(IReadOnlyList<RuleCheck>? RequiredStatusChecks);

/// <param name="IntegrationId">The app whose check alone counts; null where anybody's does.</param>
internal sealed record RuleCheck(string Context, long? IntegrationId);

/// <summary>`GET repos/{owner}/{name}/rulesets/{id}`.</summary>
/// <param name="BypassActors">Null where the token may not see them.</param>
internal sealed record RulesetReply(string Name, IReadOnlyList<BypassReply>? BypassActors);

internal sealed record BypassReply(string? ActorType, string? BypassMode);

/// <summary>`GET repos/{owner}/{name}/actions/permissions/workflow`.</summary>
internal sealed record WorkflowDefaultsReply(string DefaultWorkflowPermissions, bool CanApprovePullRequestReviews);

/// <summary>Something that is there; what it holds is not read.</summary>
internal sealed record PresenceReply;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RepositoryReply))]
[JsonSerializable(typeof(BranchReply))]
[JsonSerializable(typeof(RuleReply[]))]
[JsonSerializable(typeof(RulesetReply))]
[JsonSerializable(typeof(WorkflowDefaultsReply))]
[JsonSerializable(typeof(PresenceReply))]
[JsonSerializable(typeof(PresenceReply[]))]
internal sealed partial class RestReplies : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IdentityReply))]
[JsonSerializable(typeof(FilesReply))]
internal sealed partial class GraphQlReplies : JsonSerializerContext;
