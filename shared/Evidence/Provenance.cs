namespace ChangeSentinel.Evidence;

/// <summary>Who wrote a change, as far as its marks say.</summary>
public enum ProvenanceVerdict
{
    /// <summary>No mark at all, which proves nothing.</summary>
    None,

    /// <summary>The author declared that no AI was used, and no mark says otherwise.</summary>
    DeclaredHuman,

    Assisted,

    /// <summary>An agent's account opened or committed it.</summary>
    Agent,
}

/// <summary>The verdict on who wrote a change, with every signal it rests on.</summary>
public sealed record Provenance(ProvenanceVerdict Verdict, IReadOnlyList<Signal> Signals)
{
    public static Provenance Nothing { get; } = new(ProvenanceVerdict.None, []);

    /// <summary>
    /// True where somebody declared the change human and a signal says otherwise; it counts as assisted.
    /// </summary>
    public bool Contradiction { get; init; }
}
