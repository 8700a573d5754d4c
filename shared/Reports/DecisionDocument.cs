using System.Text.Json.Serialization;

namespace ChangeSentinel.Reports;

/// <summary>
/// A decision as JSON, version 1: the contract of `decision.schema.json`. Members are only ever added; one that
/// changes its meaning makes version 2.
/// </summary>
public sealed record DecisionDocument
{
    public int Version { get; init; } = 1;

    public required string State { get; init; }

    public required bool Shadow { get; init; }

    public required string Sentence { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required ChangeDocument? Change { get; init; }

    public required PolicyDocument? Policy { get; init; }

    public required RiskDocument? Risk { get; init; }

    public required ProvenanceDocument? Provenance { get; init; }

    public required AuthorDocument Author { get; init; }

    public required IReadOnlyList<RequirementDocument> Requirements { get; init; }

    public required IReadOnlyList<CandidateDocument> Candidates { get; init; }

    public required IReadOnlyList<string> UnreadGroups { get; init; }

    public required IReadOnlyList<ApprovalDocument> Approvals { get; init; }

    public required IReadOnlyList<StatementDocument> Vetoes { get; init; }

    public required IReadOnlyList<StatementDocument> Overrides { get; init; }

    public required string? Deadlock { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }

    public required string? Next { get; init; }
}

/// <summary>The change that was decided about.</summary>
public sealed record ChangeDocument
{
    public required string? Repository { get; init; }

    public required int? Number { get; init; }

    public required string Title { get; init; }

    public required string Base { get; init; }

    public required string Branch { get; init; }

    public required string BaseCommit { get; init; }

    public required string MergeBase { get; init; }

    public required string Head { get; init; }

    public required bool Draft { get; init; }

    /// <summary>Null where unknown, as the next three.</summary>
    public required int? Commits { get; init; }

    public required int? Files { get; init; }

    public required long? LinesAdded { get; init; }

    public required long? LinesRemoved { get; init; }

    /// <summary>Why it is not fully known; empty where it is.</summary>
    public required IReadOnlyList<string> Incomplete { get; init; }
}

/// <summary>The policy it was decided by.</summary>
public sealed record PolicyDocument(string File, string Digest, string Mode, IReadOnlyList<string> Tiers);

/// <summary>How far the change reaches.</summary>
public sealed record RiskDocument
{
    public required string Tier { get; init; }

    public required int LinesChanged { get; init; }

    public required IReadOnlyList<TierReasonDocument> Reasons { get; init; }

    public required IReadOnlyList<HazardDocument> Hazards { get; init; }

    public required IReadOnlyList<string> Touched { get; init; }

    /// <summary>Null where the graph is unknown; then the reason is beside it.</summary>
    public required IReadOnlyList<string>? Downstream { get; init; }

    public required string? DownstreamUnknown { get; init; }
}

/// <summary>One contribution to the tier.</summary>
public sealed record TierReasonDocument(string Tier, string Subject, string Rule, string Sentence)
{
    public required PlaceDocument? Place { get; init; }
}

/// <summary>A changed line that can do harm.</summary>
public sealed record HazardDocument(string Kind, string File, int Line, bool Removed)
{
    public required string Why { get; init; }

    public required string Quote { get; init; }
}

/// <summary>A place in a file of the repository; both numbers start at one.</summary>
public sealed record PlaceDocument(string File, int Line, int Column);

/// <summary>Who wrote the change.</summary>
public sealed record ProvenanceDocument(
    string Verdict, bool Contradiction, IReadOnlyList<SignalDocument> Signals);

/// <summary>One mark of who wrote it.</summary>
public sealed record SignalDocument(string Tool, string Kind, string Strength, string Quote)
{
    public required string Where { get; init; }
}

/// <summary>Where the author stands on the seniority ladder.</summary>
public sealed record AuthorDocument(string Rung, string Reason);

/// <summary>A rule that holds, and how much of it is met.</summary>
public sealed record RequirementDocument
{
    public required bool Met { get; init; }

    public required int Approvals { get; init; }

    public required string? From { get; init; }

    public required bool Owners { get; init; }

    public required bool DistinctTeam { get; init; }

    public required string Strength { get; init; }

    public required IReadOnlyList<string> Because { get; init; }

    public required IReadOnlyList<string> MetBy { get; init; }

    public required IReadOnlyList<string> UnmetOwners { get; init; }

    public required PlaceDocument? Place { get; init; }
}

/// <summary>Somebody who can approve, or why not.</summary>
public sealed record CandidateDocument(string Person, string? Rung, bool Eligible, string Why);

/// <summary>An approval, and why it does not count where it does not.</summary>
public sealed record ApprovalDocument(string Person, string Head, string Channel, string Strength)
{
    public required DateTimeOffset At { get; init; }

    public required bool Counts { get; init; }

    public required string? Why { get; init; }
}

/// <summary>A veto or an override.</summary>
public sealed record StatementDocument(string Person, string Reason, DateTimeOffset At);

/// <summary>How the document is written: snake case, indented, characters of every script as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DecisionDocument))]
internal sealed partial class DecisionDocumentContext : JsonSerializerContext;
