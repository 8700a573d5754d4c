using System.Text.Json.Serialization.Metadata;

namespace ChangeSentinel.GitHub;

/// <summary>What is asked of GitHub, whole: it can be sent again.</summary>
internal sealed record GitHubRequest(HttpMethod Method, Uri Address)
{
    /// <summary>JSON in UTF-8; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>How the answer's body is read; null where it does not matter.</summary>
    public JsonTypeInfo? Type { get; init; }

    /// <summary>Asking twice is as good as asking once, even where the first try was carried out.</summary>
    public required bool Repeatable { get; init; }

    /// <summary>The answer is GraphQL's: `data` or `errors`.</summary>
    public bool IsGraphQl { get; init; }

    /// <summary>How often "not found" is doubted: GitHub needs a moment to see what it just announced.</summary>
    public int DoubtedAbsences { get; init; }

    /// <summary>For messages: the query may hold what is not to be seen.</summary>
    public string Name => $"{Method} {Address.AbsolutePath}";
}

/// <summary>A request under way: how often it was tried, and until when it may be.</summary>
internal sealed class Call(Exchange exchange, GitHubRequest request, Deadline deadline)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    public Exchange Exchange => exchange;

    public GitHubRequest Request => request;

    public Deadline Deadline => deadline;

    /// <summary>Counted from one.</summary>
    public int Tries { get; set; }

    /// <summary>How the first try ended, until it is judged with the others.</summary>
    public Answer? Known { get; set; }

    /// <summary>Half a second behind the first try, twice as long behind each further one, eight at most.</summary>
    public TimeSpan Pause => Tries > 4 ? LongestPause : FirstPause * (1 << (Tries - 1));
}

/// <summary>The end of a budget; it starts when it is made.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan budget)
{
    private readonly long started = clock.GetTimestamp();

    public TimeSpan Spent => clock.GetElapsedTime(started);

    /// <summary>Never negative.</summary>
    public TimeSpan Left => budget > Spent ? budget - Spent : TimeSpan.Zero;
}

/// <summary>How one try ended: with a value, or with a setback.</summary>
internal sealed record Answer
{
    public object? Value { get; init; }

    public PageLinks Links { get; init; } = PageLinks.None;

    public Setback? Setback { get; init; }
}

/// <summary>Why a try brought no value.</summary>
/// <param name="Message">A whole sentence.</param>
internal sealed record Setback(ForgeFailure Failure, string Message)
{
    /// <summary>When to try again; null where that helps nobody or would come too late.</summary>
    public TimeSpan? Wait { get; init; }
}
