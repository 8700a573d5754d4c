using System.Diagnostics;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.GitHub;

/// <summary>The branches whose policy may apply, as revisions that git objects are asked by.</summary>
/// <param name="Base">`refs/heads/NAME`.</param>
/// <param name="Name">The base branch, for messages.</param>
internal sealed record PolicyBranches(string Base, string Name)
{
    /// <summary>The default branch.</summary>
    public const string Default = "HEAD";
}

/// <summary>
/// Finds the policy of the base branch, or else of the default branch; never of the head. What stands there and
/// can't be read is a bad policy, never none.
/// </summary>
internal sealed class FindBasePolicy(
    RepositoryDoor door, ReadObjects objects, CancellationToken cancellationToken)
{
    /// <summary>A policy or baseline longer than this is no policy.</summary>
    private const long MostBytes = 1 << 20;

    /// <summary>What must be among the found objects.</summary>
    public static IEnumerable<string> Questions(string branch) =>
        PolicyFiles.Candidates.Select(path => $"{branch}:{path}").Prepend(branch);

    public async Task<FoundPolicy> Of(FoundObjects found, PolicyBranches branches)
    {
        if (found[PolicyBranches.Default]?.Oid == found[branches.Base]?.Oid)
        {
            var only = await In(found, branches.Base);
            return only with { Naming = only.Policy };
        }

        var both = await Task.WhenAll(In(found, branches.Base), In(found, PolicyBranches.Default));
        var (own, fallback) = (both[0], both[1]);
        if (own.Reading is not null || fallback.Reading is null)
            return own with { Naming = fallback.Policy };
        return fallback with
        {
            Naming = fallback.Policy,
            Remarks =
            [
                $"{branches.Name} has no policy; {FirstIn(found, PolicyBranches.Default)} of the default branch "
                + "applies.",
                .. fallback.Remarks,
            ],
        };
    }

    private static string? FirstIn(FoundObjects found, string branch) =>
        PolicyFiles.Candidates.FirstOrDefault(path => found[$"{branch}:{path}"] is { Kind: "Blob" });

    private async Task<FoundPolicy> In(FoundObjects found, string branch)
    {
        var paths = PolicyFiles.Candidates.Where(path => found[$"{branch}:{path}"] is { Kind: "Blob" }).ToList();
        if (paths is not [var path, .. var others] || found[branch] is not { Oid: var commit })
            return new(null, []);
        var text = await new ReadText(door).From(
            found[$"{branch}:{path}"], new(path, MostBytes), cancellationToken);
        IReadOnlyList<string> remarks = [.. others.Select(other => $"{other} is not read: {path} comes first.")];
        return text switch
        {
            Known<SourceFile?>.Fact { Value: { } file } =>
                new(PolicyParser.Parse(file, await Baseline(file, commit)), remarks),
            Known<SourceFile?>.Unknown unknown => new(Unreadable(path, unknown.Reason), remarks),
            _ => throw new UnreachableException(),
        };
    }

    private static PolicyReading.Invalid Unreadable(string path, string reason) =>
        new([new(new(path, 1, 1), DiagnosticSeverity.Error, $"the policy can't be read: {reason}")]);

    /// <summary>Null where it can't be read, which parsing then says.</summary>
    private async Task<SourceFile?> Baseline(SourceFile policy, Sha commit)
    {
        if (ReadExtends.In(policy) is not { } extends)
            return null;
        var read = BaselineReference.Parse(extends) switch
        {
            BaselineReference.Local(var path) => Local(path, commit),
            BaselineReference.Remote remote => Remote(remote, extends),
            _ => Task.FromResult(Known.Fact<SourceFile?>(null)),
        };
        return (await Attempt.Reading(read, "the baseline")).Or(null);
    }

    private async Task<Known<SourceFile?>> Local(string path, Sha commit)
    {
        var expression = $"{commit}:{path}";
        var found = await objects.Of([expression], ObjectFields.Content, cancellationToken);
        return await new ReadText(door).From(found[expression], new(path, MostBytes), cancellationToken);
    }

    private async Task<Known<SourceFile?>> Remote(BaselineReference.Remote remote, string shown)
    {
        var there = new RepositoryDoor(door.Api, remote.Repository);
        var path = string.Join('/', remote.Path.Split('/').Select(RepositoryDoor.Escaped));
        var reply = await door.Api.Get(
            there.At($"contents/{path}?ref={RepositoryDoor.Escaped(remote.Ref)}"),
            GitHubReplies.Default.ContentReply,
            cancellationToken);
        return Known.Fact<SourceFile?>(ReadText.Decoded(reply) is { } text ? new(shown, text) : null);
    }
}
