using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>Looks for the marks a team declared itself.</summary>
internal static class MarkerSignals
{
    private const int LongestAccount = 320;

    public static void InCommit(Commit commit, IReadOnlyList<Marker> markers, SignalList signals)
    {
        foreach (var marker in markers)
        {
            switch (marker)
            {
                case Marker.TrailerKey(var key):
                    OfKey(commit.Message, marker, key, signals);
                    break;
                case Marker.Account:
                    Add(Of(commit.Author, marker, "author"), signals);
                    Add(Of(commit.Committer, marker, "committer"), signals);
                    CoAuthors(commit.Message, marker, signals);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    /// <summary>Somebody who opened or pushed a change.</summary>
    public static void OfPerson(Person person, IReadOnlyList<Marker> markers, string role, SignalList signals)
    {
        foreach (var marker in markers)
            Add(Of(person, marker, role), signals);
    }

    public static Signal? Of(Person person, Marker marker, string role)
    {
        if (marker is not Marker.Account(var pattern) || !(Matches(person.Email, pattern)
            || Matches(person.Login, pattern)))
            return null;
        var quote = person.Login is { } login ? $"{role} @{login}" : $"{role} {person.Name} <{person.Email}>";
        return new(marker.Tool ?? "AI", SignalKind.Marker, SignalStrength.Certain, quote) { ByAgent = true };
    }

    /// <summary>Whether the pattern, in which `*` is any run of characters, fits the whole text.</summary>
    internal static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        if (text.IsEmpty || text.Length > LongestAccount)
            return false;
        var star = pattern.IndexOf('*');
        if (star < 0)
            return text.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[star..];
        pattern = pattern[(star + 1)..];
        for (star = pattern.IndexOf('*'); star >= 0; star = pattern.IndexOf('*'))
        {
            var at = text.IndexOf(pattern[..star], StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            text = text[(at + star)..];
            pattern = pattern[(star + 1)..];
        }

        return text.EndsWith(pattern, StringComparison.OrdinalIgnoreCase);
    }

    private static void OfKey(string message, Marker marker, string key, SignalList signals)
    {
        if (!message.Contains(key, StringComparison.OrdinalIgnoreCase))
            return;
        var lines = new MessageLines(message);
        while (lines.MoveNext())
        {
            if (!ReadTrailers.TryParse(lines.Current, out var found, out var value)
                || !found.Equals(key, StringComparison.OrdinalIgnoreCase) || value.IsEmpty
                || ReadValue.IsPlaceholder(value))
                continue;
            if (ReadValue.IsNegative(value))
                signals.Add("AI", SignalKind.Negative, SignalStrength.Strong, lines.Current);
            else
                signals.Add(marker.Tool ?? "AI", SignalKind.Marker, SignalStrength.Strong, lines.Current);
        }
    }

    private static void CoAuthors(string message, Marker marker, SignalList signals)
    {
        if (!message.Contains("authored", StringComparison.OrdinalIgnoreCase))
            return;
        foreach (var trailer in ReadTrailers.In(message))
        {
            if (trailer.Key.Equals("Co-authored-by", StringComparison.OrdinalIgnoreCase)
                && ReadValue.SplitAddress(trailer.Value, out _, out var email)
                && Of(new() { Email = email.ToString() }, marker, trailer.Key) is { } signal)
                signals.Add(signal with
                {
                    ByAgent = false,
                    Strength = SignalStrength.Strong,
                    Quote = $"{trailer.Key}: {trailer.Value}",
                });
        }
    }

    private static void Add(Signal? signal, SignalList signals)
    {
        if (signal is not null)
            signals.Add(signal);
    }
}
