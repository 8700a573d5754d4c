using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>
/// Says who wrote a commit or a change, from the marks in it; absence of marks proves nothing.
/// </summary>
public static class Detect
{
    /// <summary>Every mark of one commit; at most 100.</summary>
    public static IReadOnlyList<Signal> InCommit(Commit commit, IReadOnlyList<Marker> markers)
    {
        var spoken = MessageSignals.MayFind(commit.Message);
        if (!spoken && markers.Count == 0 && commit.AuthorshipNote is null && !IsMerge(commit)
            && !AccountSignals.MayFind(commit.Author) && !AccountSignals.MayFind(commit.Committer))
            return [];

        var signals = new SignalList();
        AccountSignals.OfCommit(commit, signals);
        MarkerSignals.InCommit(commit, markers, signals);
        AttestationSignals.InNote(commit.AuthorshipNote, signals);
        if (IsMerge(commit))
            BranchSignals.InMerge(commit.Subject, signals);
        if (spoken)
        {
            var said = new SignalList();
            SubjectSignals.Of(commit.Subject, said);
            MessageSignals.In(commit.Message, said, withBoxes: false);
            foreach (var signal in said.Found)
                signals.Add(IsMerge(commit) ? signal with { Strength = SignalStrength.Weak } : signal);
        }

        return signals.Found.Count == 0 ? [] : signals.At($"commit {commit.Sha.Short}");
    }

    public static Provenance OfCommit(Commit commit, IReadOnlyList<Marker> markers) =>
        Judge(InCommit(commit, markers));

    /// <param name="declaredAi">The author's answer to `/ai`; null where there is none.</param>
    public static Provenance Provenance(Change change, IReadOnlyList<Marker> markers, bool? declaredAi)
    {
        var signals = new List<Signal>();
        signals.AddRange(Opened(change, markers));
        signals.AddRange(Described(change));
        var commits = change.Commits.Or([]);
        var denials = new List<Signal>();
        foreach (var commit in commits)
        {
            var found = InCommit(commit, markers);
            signals.AddRange(found.Where(signal => signal.Kind is not SignalKind.Negative));
            denials.AddRange(found.Where(signal => signal.Kind is SignalKind.Negative).Take(1));
        }

        // A commit speaks for itself alone: only where each says so is the change declared free of AI.
        if (denials.Count > 0 && (denials.Count >= commits.Count || signals.Count > 0))
            signals.AddRange(denials);
        if (declaredAi is { } answer)
            signals.Add(answer
                ? new("AI", SignalKind.Declaration, SignalStrength.Certain, "/ai yes") { Where = "command" }
                : new("AI", SignalKind.Negative, SignalStrength.Certain, "/ai no") { Where = "command" });
        return Judge(signals);
    }

    /// <summary>
    /// Any mark makes a change assisted, a weak one too: its strength is shown, and evidence never lowers a
    /// verdict.
    /// </summary>
    private static Provenance Judge(IReadOnlyList<Signal> signals)
    {
        if (signals.Count == 0)
            return Evidence.Provenance.Nothing;
        var denied = signals.Any(signal => signal.Kind is SignalKind.Negative);
        var marked = signals.Any(signal => signal.Kind is not SignalKind.Negative);
        var verdict = signals.Any(signal => signal.ByAgent) ? ProvenanceVerdict.Agent
            : marked ? ProvenanceVerdict.Assisted
            : ProvenanceVerdict.DeclaredHuman;
        return new(verdict, signals) { Contradiction = denied && marked };
    }

    private static IReadOnlyList<Signal> Opened(Change change, IReadOnlyList<Marker> markers)
    {
        var signals = new SignalList();
        if (change.Opener is { } opener)
        {
            if (AccountSignals.Of(opener, "opened by") is { } signal)
                signals.Add(signal);
            MarkerSignals.OfPerson(opener, markers, "opened by", signals);
        }

        // Who pushed may have pushed another's work.
        var pushers = new SignalList();
        foreach (var pusher in change.Pushers.Or([]))
            if (AccountSignals.Of(pusher, "pushed by") is { } signal)
                pushers.Add(signal with { ByAgent = false });
        return [.. signals.At("opener"), .. pushers.At("push")];
    }

    private static IReadOnlyList<Signal> Described(Change change)
    {
        var branch = new SignalList();
        if (change.Opener is not { } opener || !Agents.IsAutomation(opener))
            BranchSignals.Of(change.Branch, branch);
        var title = new SignalList();
        SubjectSignals.Of(change.Title, title);
        var description = new SignalList();
        DescriptionSignals.Of(change.Description, description);
        var trace = new SignalList();
        AgentTraceSignals.Of(change, trace);
        return
        [
            .. branch.At("branch"), .. title.At("title"), .. description.At("description"),
            .. trace.At("agent trace"),
        ];
    }

    /// <summary>What a merge says was said elsewhere: second-hand evidence.</summary>
    private static bool IsMerge(Commit commit) => commit.Parents > 1 || BranchSignals.IsMerge(commit.Message);
}
