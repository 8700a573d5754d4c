using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Assessments;

/// <summary>Finds what isn't known of a change itself; a single gap leaves it undecided.</summary>
public static class FindGaps
{
    /// <summary>Whole sentences; empty where everything is known.</summary>
    public static IReadOnlyList<string> In(Change change, Policy policy)
    {
        var isForge = change.Reference is ChangeReference.PullRequest;
        return
        [
            .. Unread(change.Files, "The changed files are"),
            .. Unread(change.Commits, "The commits are"),
            .. Unread(change.Pushers, "Who pushed it is"),
            .. Patches(change, policy),
            .. Contradictions(change, isForge),
            .. isForge ? Unattributed(change) : [],
        ];
    }

    private static IEnumerable<string> Unread<T>(Known<T> fact, string subject) =>
        fact is Known<T>.Unknown unknown ? [$"{subject} unknown, because {unknown.Reason}."] : [];

    /// <summary>A patch matters where the policy asks what its lines do.</summary>
    private static IEnumerable<string> Patches(Change change, Policy policy)
    {
        var asked = policy.Raise.Any(rule => rule.Hazards.Count > 0)
            || policy.Require.Any(rule => rule.Hazards.Count > 0);
        return asked
            ? change.Files.Or([]).SelectMany(file => Unread(file.Patch, $"What changed in {file.Path} is"))
            : [];
    }

    private static IEnumerable<string> Contradictions(Change change, bool isForge)
    {
        if (change.Files is not Known<IReadOnlyList<ChangedFile>>.Fact files
            || change.Commits is not Known<IReadOnlyList<Commit>>.Fact commits)
            yield break;
        if (files.Value.Count > 0 && commits.Value.Count == 0)
            yield return "Files differ, but no commit of the change is known.";
        if (isForge && files.Value.Count == 0 && commits.Value.Count > 0)
            yield return "The change has commits, but no changed file is known.";
    }

    /// <summary>
    /// On a forge whoever acted has an account; without one nobody can tell who may not approve.
    /// </summary>
    private static IEnumerable<string> Unattributed(Change change)
    {
        if (change.Opener is not { } opener)
            yield return "Nobody is known to have opened it.";
        else if (!HasAccount(opener))
            yield return $"{opener.Display} opened it, and no account of that name is known.";
        if (change.Pushers is Known<IReadOnlyList<Person>>.Fact pushers)
        {
            if (pushers.Value.Count == 0)
                yield return "Nobody is known to have pushed it.";
            foreach (var pusher in pushers.Value.Where(person => !HasAccount(person)))
                yield return $"{pusher.Display} pushed to it, and no account of that name is known.";
        }

        foreach (var commit in change.Commits.Or([]))
        {
            if (!IsAttributed(commit.Author))
                yield return Hint(commit, commit.Author, "author");
            if (!IsAttributed(commit.Committer) && !PersonMarks.IsNobody(commit.Committer))
                yield return Hint(commit, commit.Committer, "committer");
        }
    }

    private static string Hint(Commit commit, Person person, string part) =>
        $"{person.Display}, the {part} of {commit.Sha.Short}, belongs to no account: "
        + $"add {person.Email ?? "the e-mail"} to the account, or commit with another one.";

    private static bool IsAttributed(Person person) =>
        HasAccount(person)
        || (!PersonMarks.IsNobody(person) && (Agents.IsAgentAccount(person) || Agents.IsAutomation(person)));

    private static bool HasAccount(Person person) => person.Id is not null || person.Login is { Length: > 0 };
}
