using System.Diagnostics;
using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Assessments;

/// <summary>Finds who owns each touched path, by every source that says so.</summary>
public static class FindOwners
{
    /// <summary>
    /// The deciding line's owners, or where it names none CODEOWNERS' of the base; beside them the baseline's, which a
    /// repository may not replace; and for a guarded path those whom the change itself newly names in CODEOWNERS.
    /// </summary>
    public static IReadOnlyList<PathOwners> Of(Change change, Risk risk)
    {
        var present = Read(change.CodeOwners);
        var next = risk.Paths.Any(path => IsCodeOwners(path.Path, change)) ? Read(change.HeadCodeOwners) : present;
        return
        [
            .. risk.Paths.SelectMany(path => OfBase(path, present)),
            .. risk.Paths.Where(path => path.Guarded && next != present)
                .Select(path => Owned(path, OwnersIn(next, path), "CODEOWNERS of the head") with { NewSide = true })
                .Where(owned => !SaysTheSame(owned, present)),
        ];
    }

    /// <summary>One of the places GitHub looks in, or where a link from there leads.</summary>
    private static bool IsCodeOwners(string path, Change change) =>
        GuardedPaths.IsCodeOwners(path) || path == change.CodeOwners.Or(null)?.Path;

    private static IEnumerable<PathOwners> OfBase(PathRisk path, Known<CodeOwners> present)
    {
        yield return path.Line is { Owners: [_, ..] owners } line
            ? Owned(path, Known.Fact(owners), line.Place.ToString())
            : Owned(path, OwnersIn(present, path), "CODEOWNERS");
        if (path.BaselineLine is { Owners: [_, ..] required } baseline && baseline != path.Line)
            yield return Owned(path, Known.Fact(required), baseline.Place.ToString());
    }

    private static PathOwners Owned(PathRisk path, Known<IReadOnlyList<string>> owners, string source) =>
        new(path.Path, path.Tier, owners, source) { Guarded = path.Guarded };

    private static bool SaysTheSame(PathOwners owned, Known<CodeOwners> present) =>
        owned.Owners is Known<IReadOnlyList<string>>.Fact next
        && present is Known<CodeOwners>.Fact now
        && next.Value.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(now.Value.Of(owned.Path));

    private static Known<IReadOnlyList<string>> OwnersIn(Known<CodeOwners> file, PathRisk path) => file switch
    {
        Known<CodeOwners>.Fact known => Known.Fact(known.Value.Of(path.Path)),
        Known<CodeOwners>.Unknown unknown => new Known<IReadOnlyList<string>>.Unknown(unknown.Reason),
        _ => throw new UnreachableException(),
    };

    private static Known<CodeOwners> Read(Known<SourceFile?> file) => file switch
    {
        Known<SourceFile?>.Fact { Value: { } known } => Known.Fact(CodeOwners.Parse(known.Text)),
        Known<SourceFile?>.Fact => Known.Fact(CodeOwners.None),
        Known<SourceFile?>.Unknown unknown => new Known<CodeOwners>.Unknown(unknown.Reason),
        _ => throw new UnreachableException(),
    };
}
