using System.Diagnostics;
using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.Policies;

namespace ChangeSentinel.GitHub;

/// <summary>
/// Makes a change of what the first questions brought, and asks what depends on them. All questions are under way
/// once this is made; each waits only for the answers it is asked by.
/// </summary>
internal sealed class GatherPull
{
    private const int MostFormerChecks = 50;
    private const long MostTraceBytes = 4 << 20;

    private readonly PullQuestion question;
    private readonly PullReading first;
    private readonly CancellationToken cancellationToken;
    private readonly ReadText text;

    private readonly Task<FoundPolicy> policy;
    private readonly Task told;
    private readonly Task<Known<SourceFile?>> codeOwners;
    private readonly Task<Known<SourceFile?>> headCodeOwners;
    private readonly Task<Known<SourceFile?>> trace;
    private readonly Task<Known<IReadOnlyList<ChangedFile>>> files;
    private readonly Task<Known<IReadOnlyList<SourceFile>>> manifests;
    private readonly Task<IReadOnlyList<string>> labels;
    private readonly Task<Membership> membership;
    private readonly Task<GatheredHeads> heads;
    private readonly Task<GatheredChecks> checks;

    public GatherPull(PullQuestion question, PullReading first, CancellationToken cancellationToken)
    {
        (this.question, this.first, this.cancellationToken) = (question, first, cancellationToken);
        text = new(first.Door);
        policy = FindPolicy();
        told = Tell();
        codeOwners = OwnersAtBase();
        headCodeOwners = OwnersAtHead();
        trace = Trace();
        files = Files();
        manifests = Manifests();
        labels = Labels();
        membership = Members();
        heads = new GatherHeads(first, files, cancellationToken).Run();
        checks = Checks();
    }

    /// <exception cref="ForgeException">Something without which nothing can be decided did not come.</exception>
    public async Task<Gathered> Run()
    {
        await Task.WhenAll(
            told, first.All, policy, codeOwners, headCodeOwners, trace, files, manifests, labels, membership, heads,
            checks);

        var (pull, at) = (await first.Pull, await first.Comparison);
        var (found, written) = ((await first.BaseObjects).Found, await heads);
        var conversation = WrittenComments.From(await first.Comments, found.Viewer);
        var change = new Change
        {
            Reference = question.Reference,
            Base = pull.Base.Ref,
            Branch = pull.Head.Ref,
            DefaultBranch = pull.Base.Repo?.DefaultBranch,
            BaseCommit = at.BaseCommit,
            MergeBase = at.MergeBase,
            Head = at.Head,
            Opener = pull.User is null ? null : ReadPeople.Account(pull.User),
            Title = pull.Title ?? "",
            Description = pull.Body ?? "",
            Draft = pull.Draft,
            Files = await files,
            Commits = written.Commits,
            Pushers = written.Pushers,
            FormerHeads = written.Former,
            SpokenHeads = written.Spoken,
            Reviews = written.Reviews,
            Comments = conversation.Comments,
            Membership = await membership,
            CodeOwners = await codeOwners,
            HeadCodeOwners = await headCodeOwners,
            Manifests = await manifests,
            AgentTrace = (await trace).Or(null)?.Text,
            Remarks = [.. (await policy).Remarks, .. written.Remarks, .. (await checks).Remarks, .. TraceRemark()],
        };
        var published = new Published
        {
            Labels = [.. pull.Labels.Select(label => label.Name)],
            Existing = await labels,
            Comment = conversation.Sticky,
            Checks = (await checks).Checks,
        };
        return new(change, (await policy).Reading, published) { Naming = (await policy).Naming };
    }

    private async Task Tell()
    {
        if (question.WhenPlaced is not { } tell)
            return;
        var pull = await first.Pull;
        if (question.Place is { } asked && !asked.IsSameAs(PullPlace.Of(pull)))
            return;
        var (found, checks) = (await policy, (await first.Checks).Or([]));
        await tell(new(pull.Head.Sha, pull.Base.Ref, found.Reading)
        {
            Closed = pull.State is "closed",
            CheckName = CheckName.For(found.Naming, pull.Base.Ref, pull.Base.Repo?.DefaultBranch),
            Checks = ReadChecks.Ours(checks, (await first.BaseObjects).Found.Viewer, found.Naming),
        });
    }

    private async Task<FoundPolicy> FindPolicy()
    {
        var (found, branches) = await first.BaseObjects;
        return await new FindBasePolicy(first.Door, first.Objects, cancellationToken).Of(found, branches);
    }

    private async Task<Known<SourceFile?>> OwnersAtBase()
    {
        var (found, branches) = await first.BaseObjects;
        return await ReadCodeOwners.From(found, branches.Base, text, cancellationToken);
    }

    private async Task<Known<SourceFile?>> OwnersAtHead()
    {
        var (found, at) = (await first.HeadObjects, await first.Comparison);
        return await ReadCodeOwners.From(found, $"{at.Head}", text, cancellationToken);
    }

    private async Task<Known<SourceFile?>> Trace()
    {
        var (found, at) = (await first.HeadObjects, await first.Comparison);
        var record = found[PullReading.TraceAt(at.Head)];
        return await Attempt.Reading(
            text.From(record, new("the agents' trace", MostTraceBytes), cancellationToken), "the agents' trace");
    }

    private IEnumerable<string> TraceRemark() => trace.Result is Known<SourceFile?>.Unknown unread
        ? [$"The agents' traces were not read: {unread.Reason}."]
        : [];

    private Task<Known<IReadOnlyList<ChangedFile>>> Files() =>
        Attempt.Reading(Combined(), "the trees of both sides");

    private async Task<Known<IReadOnlyList<ChangedFile>>> Combined()
    {
        var listing = await first.Files;
        var read = new ReadPullFiles(first.Door, first.Objects, cancellationToken);
        var kinds = read.Kinds(listing.Or([]));
        var at = await first.Comparison;
        var before = at.MergeBase == at.BaseCommit
            ? first.TipTree
            : Attempt.Fact(first.Trees.Of(at.MergeBase), "the tree of the merge base");
        var (old, now) = (await before, await first.HeadTree);
        if ((listing, old, now) is not (
            Known<IReadOnlyList<FileReply>>.Fact { Value: var listed },
            Known<CommitTree>.Fact { Value: var oldTree },
            Known<CommitTree>.Fact { Value: var newTree }))
            return new Known<IReadOnlyList<ChangedFile>>.Unknown(
                Attempt.Missing(listing) ?? Attempt.Missing(old) ?? Attempt.Missing(now)!);

        var facts = new FileFacts(listed, oldTree, newTree, await kinds)
        {
            Counted = (await first.Pull).ChangedFiles,
        };
        return CombineFiles.Of(await ReadPullFiles.Sides(facts, at, first.Trees));
    }

    private async Task<Known<IReadOnlyList<SourceFile>>> Manifests()
    {
        if (ReadManifestFiles.Wanted((await policy).Policy) is not { } wanted)
            return Known.Fact<IReadOnlyList<SourceFile>>([]);
        var reader = new ReadManifestFiles(first.Door, first.Objects, cancellationToken);
        return await first.TipTree switch
        {
            Known<CommitTree>.Fact { Value: var tree } =>
                await Attempt.Reading(reader.Of(tree, wanted), "the manifests of the base"),
            Known<CommitTree>.Unknown { Reason: var reason } => new Known<IReadOnlyList<SourceFile>>.Unknown(reason),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IReadOnlyList<string>> Labels() =>
        (await policy).Policy is { } judged
            ? await ReadLabelNames.Existing(first.Door, LabelNames.Of(judged), cancellationToken)
            : [];

    /// <summary>The owners of listed files are asked for before it is known whether the list is whole.</summary>
    private async Task<Membership> Members()
    {
        var judged = (await policy).Policy;
        var listed = (await first.Files).Or([])
            .SelectMany(file => new[] { file.Filename, file.PreviousFilename }).OfType<string>();
        var early = await Groups(judged, listed);
        var known = ReadTeams.Of(question.Members, early.Teams, cancellationToken);
        var whole = await Groups(judged, (await files).Or([]).SelectMany(file => file.Paths));
        var more = ReadTeams.Of(
            question.Members, [.. whole.Teams.Except(early.Teams, StringComparer.Ordinal)], cancellationToken);
        return new()
        {
            Roles = Holders.Of(await first.Collaborators, early.Roles),
            Teams = (await known).Concat(await more).ToDictionary(StringComparer.OrdinalIgnoreCase),
            Otherwise = question.Members is null ? ReadTeams.NoToken : "it was not asked for",
        };
    }

    private async Task<NamedGroups> Groups(Policy? judged, IEnumerable<string> touched) => judged is null
        ? NamedGroups.None
        : NamedGroups.Of(
            judged, touched.ToHashSet(StringComparer.Ordinal), [await codeOwners, await headCodeOwners]);

    private async Task<GatheredChecks> Checks()
    {
        var former = (await heads).Former;
        var asked = former.Take(MostFormerChecks)
            .Select(head => new ReadChecks(first.Door, cancellationToken).Permitted(head));
        IReadOnlyList<Known<IReadOnlyList<CheckRunReply>>> read = [await first.Checks, .. await Task.WhenAll(asked)];
        var viewer = (await first.BaseObjects).Found.Viewer;
        return new GatheredChecks(
            ReadChecks.Ours(read.SelectMany(runs => runs.Or([])), viewer, (await policy).Naming),
            [
                .. read.Select(Attempt.Missing).OfType<string>().Take(1)
                    .Select(reason => $"Checks written before are not seen: {reason}."),
                .. former.Count > MostFormerChecks
                    ? [$"Of {former.Count} former heads, the checks of the newest {MostFormerChecks} are looked at."]
                    : Array.Empty<string>(),
            ]);
    }

    private sealed record GatheredChecks(IReadOnlyList<PublishedCheck> Checks, IReadOnlyList<string> Remarks);
}
