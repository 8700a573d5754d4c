using System.Text.RegularExpressions;

namespace ChangeSentinel.Fake.Edge;

/// <summary>Things that happen when a request comes in, before it is answered: a push in between, say.</summary>
public sealed class Interruptions
{
    private readonly Lock gate = new();
    private readonly List<(string Method, Regex Path, Action What)> waiting = [];

    /// <summary>Happens once, at the first request that fits.</summary>
    /// <param name="path">Below the API's root with its query; a star is any text.</param>
    public void Before(string method, string path, Action what)
    {
        var pattern = "^" + Regex.Escape(path).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        lock (gate)
            waiting.Add((method, new(pattern), what));
    }

    internal void Run(RecordedRequest request)
    {
        Action? what = null;
        lock (gate)
        {
            var index = waiting.FindIndex(one => one.Method == request.Method && one.Path.IsMatch(request.Path));
            if (index >= 0)
            {
                what = waiting[index].What;
                waiting.RemoveAt(index);
            }
        }

        what?.Invoke();
    }
}
