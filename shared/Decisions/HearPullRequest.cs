using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Commands;

namespace ChangeSentinel.Decisions;

/// <summary>
/// Reads what people said in the reviews and comments of a pull request, for who decides without a memory: all that
/// counts is what GitHub shows now, and a comment that was edited counts for nothing.
/// </summary>
public static class HearPullRequest
{
    /// <summary>In the order of GitHub's record: what a person said last stands; pushes have no place in it.</summary>
    public static PullRequestStatements Of(Assessment assessment)
    {
        var conversation = new Conversation(assessment);
        var change = assessment.Change;
        var said = change.Reviews
            .Select(review => (review.At, Id: 0L, Hear: (Action)(() => conversation.Hear(review))))
            .Concat(change.Comments.Select(
                comment => (comment.At, comment.Id, Hear: (Action)(() => conversation.Hear(comment)))))
            .OrderBy(each => each.At).ThenBy(each => each.Id);
        foreach (var each in said)
            each.Hear();
        return conversation.Heard;
    }

    /// <summary>
    /// What the opener last said with `/ai yes|no`: true for used, false for not; null where nothing was said.
    /// </summary>
    public static bool? DeclaredAi(Change change) =>
        change.Comments
            .Where(comment => !comment.Edited && IsOpener(comment.Author, change))
            .OrderBy(comment => comment.At).ThenBy(comment => comment.Id)
            .SelectMany(comment => ParseCommand.In(comment.Text))
            .OfType<CommandReading.Understood>()
            .Select(reading => reading.Command)
            .OfType<Command.DeclareAi>()
            .LastOrDefault()?.Used;

    /// <summary>Only a human can answer for the change he opened.</summary>
    internal static bool IsOpener(Person person, Change change) =>
        change.Opener is { } opener && AgentStart.IsHuman(person) && PersonMarks.IsSame(person, opener);
}
