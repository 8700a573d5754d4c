using ChangeSentinel.Changes;

namespace ChangeSentinel.Decisions;

/// <summary>What was said in vain; the newest are kept, so that nobody floods the report.</summary>
internal sealed class Refusals
{
    private const int MostOfOne = 5;
    private const int Most = 50;

    private readonly List<Refusal> kept = [];

    public IReadOnlyList<Refusal> Kept => [.. kept];

    public void Add(Refusal refusal)
    {
        if (kept.Count(each => each.Author.IsSameAs(refusal.Author)) >= MostOfOne)
            kept.RemoveAt(kept.FindIndex(each => each.Author.IsSameAs(refusal.Author)));
        if (kept.Count >= Most)
            kept.RemoveAt(0);
        kept.Add(refusal);
    }

    /// <summary>Who has since said what counts needs no longer be told what did not.</summary>
    public void Forget(Person person) => kept.RemoveAll(each => each.Author.IsSameAs(person));
}
