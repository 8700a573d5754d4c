using System.Text.Json;
using ChangeSentinel.Effects;

namespace ChangeSentinel.GitHub;

/// <summary>Writes our own comment.</summary>
internal sealed class WriteComment(RepositoryDoor door, int number, CancellationToken cancellationToken)
{
    /// <summary>
    /// One that somebody deleted is written anew; one of which nobody knows whether it was written is looked for first.
    /// </summary>
    public async Task Run(Effect.WriteComment comment)
    {
        if (comment.Comment is { } known && await Changed(known, comment.Text))
            return;
        try
        {
            await Send(HttpMethod.Post, $"issues/{number}/comments", comment.Text);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Unavailable)
        {
            if (!await Exists(comment.Text))
                await Send(HttpMethod.Post, $"issues/{number}/comments", comment.Text);
        }
    }

    private async Task<bool> Changed(long comment, string text)
    {
        try
        {
            await Send(HttpMethod.Patch, $"issues/comments/{comment}", text);
            return true;
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.NotFound)
        {
            return false;
        }
    }

    private async Task<bool> Exists(string text)
    {
        var comments = await door.Api.List(
            door.At($"issues/{number}/comments"), GitHubReplies.Default.CommentReplyArray, null, cancellationToken);
        return comments.Any(comment => comment.Body == text);
    }

    private Task Send(HttpMethod method, string path, string text) => door.Api.Send(
        method,
        door.At(path),
        JsonSerializer.SerializeToUtf8Bytes(new(text), GitHubReplies.Default.CommentRequest),
        cancellationToken);
}
