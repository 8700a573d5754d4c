using System.Text.Json;
using ChangeSentinel.Effects;

namespace ChangeSentinel.GitHub;

/// <summary>Writes labels: their definitions, and those of one pull request.</summary>
internal sealed class WriteLabels(RepositoryDoor door, int number, CancellationToken cancellationToken)
{
    /// <summary>One that is there already keeps its looks.</summary>
    public async Task Create(LabelStyle label)
    {
        var request = new LabelRequest(label.Name, label.Colour, label.Description);
        try
        {
            await Repeated(
                HttpMethod.Post,
                "labels",
                JsonSerializer.SerializeToUtf8Bytes(request, GitHubReplies.Default.LabelRequest));
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Refused)
        {
            if (await ReadLabelNames.Existing(door, [label.Name], cancellationToken) is [])
                throw;
        }
    }

    public Task Add(IReadOnlyList<string> names) => Repeated(
        HttpMethod.Post,
        $"issues/{number}/labels",
        JsonSerializer.SerializeToUtf8Bytes(new(names), GitHubReplies.Default.LabelsRequest));

    /// <summary>One that is gone already is no failure.</summary>
    public async Task Remove(string name)
    {
        try
        {
            await Repeated(HttpMethod.Delete, $"issues/{number}/labels/{RepositoryDoor.Escaped(name)}", null);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.NotFound)
        {
        }
    }

    /// <summary>Writing the same label twice is as good as once.</summary>
    private async Task Repeated(HttpMethod method, string path, ReadOnlyMemory<byte>? body)
    {
        try
        {
            await door.Api.Send(method, door.At(path), body, cancellationToken);
        }
        catch (ForgeException failure) when (failure.Failure is ForgeFailure.Unavailable)
        {
            await door.Api.Send(method, door.At(path), body, cancellationToken);
        }
    }
}
