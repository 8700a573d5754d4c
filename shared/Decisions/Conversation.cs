using System.Diagnostics;
using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Commands;

namespace ChangeSentinel.Decisions;

/// <summary>The reviews and comments of a pull request, heard one after the other.</summary>
internal sealed class Conversation
{
    private const int MostOfReason = 200;

    private readonly Assessment assessment;
    private readonly Change change;
    private readonly Electorate electorate;
    private readonly KnownHeads heads;
    private readonly Dictionary<string, Voice> voices = new(StringComparer.Ordinal);
    private readonly Refusals refusals = new();

    public Conversation(Assessment assessment)
    {
        this.assessment = assessment;
        change = assessment.Change;
        electorate = Electorate.Of(change, assessment.Policy.Seniority, Statements.None);
        heads = new(change);
    }

    public PullRequestStatements Heard => new(
        new()
        {
            Given = [.. voices.Values.SelectMany(voice => voice.GivenAt(change.Head))],
            Vetoes = [.. voices.Values.Select(voice => voice.Veto).OfType<Veto>()],
            DeclaredAi = HearPullRequest.DeclaredAi(change),
        },
        refusals.Kept);

    public void Hear(Review review)
    {
        var voice = VoiceOf(review.Reviewer);
        switch (review)
        {
            case { Verdict: ReviewVerdict.Approved }:
                Say(voice.Approving(Approval(review.Reviewer, review.Head, ApprovalChannel.Review, review.At)));
                break;
            case { Verdict: ReviewVerdict.ChangesRequested }
                or { Verdict: ReviewVerdict.Dismissed, Before: ReviewVerdict.ChangesRequested }:
                Say(voice.Objecting(Objection(review)));
                break;
            case { Verdict: ReviewVerdict.Dismissed }:
                Keep(voice.Dismissed(approved: review.Before is ReviewVerdict.Approved));
                break;
            case { Verdict: ReviewVerdict.Commented } when AgentStart.IsHuman(review.Reviewer):
                if (ParseCommand.In(review.Text) is [var first, ..])
                    Refuse(null, review.Reviewer, first, "A command in a review is not read: write it as a comment.");
                break;
        }
    }

    public void Hear(Comment comment)
    {
        if (!AgentStart.IsHuman(comment.Author))
            return;
        foreach (var reading in ParseCommand.In(comment.Text))
        {
            if (comment.Edited)
            {
                Refuse(
                    comment.Id, comment.Author, reading,
                    "A comment that was edited counts for nothing: write the command in a new one.");
                return;
            }

            var refusal = reading switch
            {
                CommandReading.Understood understood => Follow(understood.Command, comment),
                CommandReading.Refused refused => refused.Why,
                _ => throw new UnreachableException(),
            };
            if (refusal is not null)
                Refuse(comment.Id, comment.Author, reading, refusal);
        }
    }

    /// <summary>Why it is not followed, whole sentences; null where it is.</summary>
    private string? Follow(Command command, Comment comment) => command switch
    {
        Command.Approve approve => Approve(approve, comment),
        Command.Reject reject => Reject(reject, comment),
        Command.Unapprove { Who: { } who } when !IsLogin(comment.Author, who) => Clear(who, comment.Author),
        Command.Unapprove => TakeBack(comment.Author),
        Command.DeclareAi => Declare(comment.Author),
        Command.Recheck => null,
        Command.Override =>
            "There is no `/override` without the bot: here a change passes with its approvals or not at all.",
        Command.ShowWho or Command.ShowWhy => "The check says who can approve and why: open its details.",
        Command.ShowHelp =>
            "Here `/approve SHA`, `/reject REASON`, `/unapprove`, `/ai yes`, `/ai no` and `/recheck` are heard.",
        Command.Acknowledge or Command.Snooze or Command.HandOff or Command.ShowQueue or Command.LinkAccount =>
            "This needs the bot: without one nobody is paged and nothing is kept.",
        _ => throw new UnreachableException(),
    };

    private string? Approve(Command.Approve approve, Comment comment)
    {
        if (Elsewhere(approve.Target) is { } elsewhere)
            return elsewhere;
        if (approve.Target.Head is not { } start)
            return $"An approval in a comment names the head it is for: {heads.ApproveLine}.";
        var (head, whyNot) = heads.Find(start);
        if (head is not { } found)
            return whyNot;
        Say(VoiceOf(comment.Author).Approving(
            Approval(comment.Author, found, ApprovalChannel.Comment, comment.At)));
        return null;
    }

    /// <summary>An objection is to the change; the head it may name does not limit it.</summary>
    private string? Reject(Command.Reject reject, Comment comment)
    {
        if (Elsewhere(reject.Target) is { } elsewhere)
            return elsewhere;
        var author = comment.Author;
        Say(VoiceOf(author).Objecting(
            new(author, RankOf(author), Short(reject.Reason), comment.At) { Channel = ApprovalChannel.Comment }));
        return null;
    }

    private string? TakeBack(Person author)
    {
        var voice = VoiceOf(author);
        if (voice.IsSilent)
            return "There is nothing of yours to take back: you have neither approved nor objected.";
        Say(voice.TakingBack());
        return null;
    }

    /// <summary>Clears somebody else's objection, which takes a known and higher rung.</summary>
    private string? Clear(string who, Person author)
    {
        var voice = voices.Values.FirstOrDefault(each => each.Veto is not null && IsLogin(each.Person, who));
        if (voice is null)
            return $"{who} has no objection that stands.";
        var theirs = electorate.StandingOf(voice.Person);
        var whyNot = theirs is Standing.Unknown
            ? $"nobody can tell who stands above {who}"
            : Eligibility.Exclusion(author, electorate) is { } exclusion
                ? $"{author.Display} {exclusion}"
                : RankOf(author) <= theirs.Rank ? $"{author.Display} does not stand above {who}" : null;
        if (whyNot is not null)
            return $"Not counted: {whyNot}. {who} can clear it with `/unapprove`, or somebody eligible of a higher "
                + "rung.";
        Keep(voice with { Veto = null });
        refusals.Forget(author);
        return null;
    }

    private string? Declare(Person author)
    {
        if (!HearPullRequest.IsOpener(author, change))
            return change.Opener is { } opener
                ? $"Only {opener.Display}, who opened it, can say whether AI was used."
                : "Nobody is known to have opened it, so nobody can say whether AI was used.";
        refusals.Forget(author);
        return null;
    }

    private string? Elsewhere(CommandTarget target)
    {
        if (change.Reference is not ChangeReference.PullRequest here)
            return null;
        var repository = target.Repository ?? here.Repository;
        var number = target.Number ?? here.Number;
        return number == here.Number && string.Equals(repository, here.Repository, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"This is {here.Repository}#{here.Number}: what is for {repository}#{number} is said there.";
    }

    private Approval Approval(Person person, Sha head, ApprovalChannel channel, DateTimeOffset at) => new()
    {
        Person = person,
        Rank = RankOf(person),
        Head = head,
        PolicyDigest = assessment.Policy.Digest,
        TierRank = assessment.Risk.Tier.Rank,
        Covers = [.. FilesAt(head).Select(Fingerprint.Of)],
        Channel = channel,
        Strength = ApprovalStrength.GitHub,
        At = at,
    };

    /// <summary>Nothing where it isn't known what the change was then: such an approval covers nothing.</summary>
    private IReadOnlyList<ChangedFile> FilesAt(Sha head) =>
        head == change.Head ? change.Files.Or([])
        : change.SpokenHeads.TryGetValue(head, out var files) ? files.Or([])
        : [];

    private Veto Objection(Review review) =>
        new(review.Reviewer, RankOf(review.Reviewer), Short(review.Text), review.At)
        {
            Channel = ApprovalChannel.Review,
        };

    /// <summary>The first line of what was written, which may be long.</summary>
    private static string Short(string text)
    {
        var line = text.Split('\n', '\r').Select(each => each.Trim()).FirstOrDefault(each => each.Length > 0);
        if (line is null)
            return "the review asks for changes";
        var end = Math.Min(line.Length, MostOfReason);
        return end == line.Length ? line : line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    private int RankOf(Person person) => electorate.StandingOf(person).Rank;

    private Voice VoiceOf(Person person) => voices.GetValueOrDefault(KeyOf(person)) ?? new(person);

    /// <summary>Says what counts: whatever was refused before is settled.</summary>
    private void Say(Voice voice)
    {
        Keep(voice);
        refusals.Forget(voice.Person);
    }

    private void Keep(Voice voice) => voices[KeyOf(voice.Person)] = voice;

    private void Refuse(long? comment, Person author, CommandReading reading, string why) =>
        refusals.Add(new(comment, author, reading.Line, why));

    /// <summary>The account; whoever has none is nobody's second voice.</summary>
    private string KeyOf(Person person) =>
        person.Id is { } id ? $"id {id}"
        : person.Login is { } login ? $"login {login.ToLowerInvariant()}"
        : $"nobody {voices.Count}";

    private static bool IsLogin(Person person, string login) =>
        string.Equals(person.Login, login, StringComparison.OrdinalIgnoreCase);
}
