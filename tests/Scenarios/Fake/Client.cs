using System.Net.Http.Headers;
using System.Text;

namespace ChangeSentinel.Scenarios.Fake;

/// <summary>An answer, read whole.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>A part of the answer: `head.sha`, `0.filename`.</summary>
    public JsonElement this[string path] => path.Split('.').Aggregate(Json, (element, step) =>
        element.ValueKind == JsonValueKind.Array ? element[int.Parse(step)] : element.GetProperty(step));

    public string? Link => Headers.TryGetValues("Link", out var links) ? links.Single() : null;
}

/// <summary>A plain client of the fake, for tests of the fake itself.</summary>
internal sealed class Client(FakeGitHub gitHub, Token? token) : IDisposable
{
    private readonly HttpClient http = new();

    public string? IfNoneMatch { get; set; }

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Post(string path, string body) => Send(HttpMethod.Post, path, body);

    public Task<Reply> Patch(string path, string body) => Send(HttpMethod.Patch, path, body);

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Reply> Query(string document, JsonObject? variables = null) => Send(
        HttpMethod.Post, gitHub.GraphQl,
        new JsonObject { ["query"] = document, ["variables"] = variables }.ToJsonString());

    /// <param name="path">Below the API's root, or a whole address.</param>
    public async Task<Reply> Send(HttpMethod method, string path, string? body = null)
    {
        var address = path.StartsWith("http", StringComparison.Ordinal) ? path : $"{gitHub.Api}/{path}";
        using var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.ParseAdd("scenarios");
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token.Text);
        if (IfNoneMatch is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public void Dispose() => http.Dispose();
}
