using ChangeSentinel.Changes;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>What a run was started by, as far as this step acts on it.</summary>
internal abstract record WorkflowEvent
{
    private WorkflowEvent()
    {
    }

    /// <param name="NewHead">True where the head is new to us: opened, reopened or pushed to.</param>
    public sealed record PullRequest(ChangeReference.PullRequest Reference, EventHints Hints, bool NewHead)
        : WorkflowEvent
    {
        /// <summary>The repository's default branch; null where the event doesn't say.</summary>
        public string? DefaultBranch { get; init; }
    }

    /// <param name="Head">The commit the queue made of its members, which it waits for a check on.</param>
    /// <param name="Base">The branch the queue belongs to.</param>
    public sealed record MergeGroup(string Repository, Sha Head, string Base) : WorkflowEvent
    {
        /// <summary>The repository's default branch; null where the event doesn't say.</summary>
        public string? DefaultBranch { get; init; }
    }

    /// <param name="Why">A whole sentence.</param>
    public sealed record NothingToDo(string Why) : WorkflowEvent;
}

/// <summary>What reading the event came to: an event, or why it is none this step can act on.</summary>
internal abstract record EventReading
{
    private EventReading()
    {
    }

    public sealed record Valid(WorkflowEvent Event) : EventReading;

    /// <param name="Mistakes">Whole sentences: which variable, what was found, what is allowed.</param>
    public sealed record Invalid(IReadOnlyList<string> Mistakes) : EventReading;
}
