using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>What kind of words a cell holds, which decides how it is cut and quoted.</summary>
public enum CellKind
{
    Words,

    /// <summary>A path or a pattern; cut in the middle.</summary>
    Path,

    /// <summary>Somebody else's exact text; cut at its end.</summary>
    Quote,
}

/// <summary>One cell of an outline's row, as it came from outside: not yet made visible or escaped.</summary>
public sealed record Cell(string Text, CellKind Kind = CellKind.Words);

/// <summary>A row of an outline; rows that continue the one above have an empty label.</summary>
public abstract record OutlineRow
{
    private OutlineRow()
    {
    }

    public required string Label { get; init; }

    /// <summary>A fact in columns: subject, and either one wide cell or a source and a detail.</summary>
    public sealed record Fact(string Value, IReadOnlyList<Cell> Cells) : OutlineRow
    {
        /// <summary>How far the tier the row names stands below the top; null where it names none.</summary>
        public int? FromTop { get; init; }
    }

    /// <summary>A line of text, which may wrap.</summary>
    public sealed record Line(string Text) : OutlineRow;
}

/// <summary>
/// A decision as the facts people are told, in the one order: what is asked, of whom, why, since when, what now.
/// Terminal and Markdown both show exactly this.
/// </summary>
public sealed record DecisionOutline
{
    public required DecisionState State { get; init; }

    /// <summary>What changes into what: `feature/x`, `main`; empty where no change was read.</summary>
    public required string Branch { get; init; }

    public required string Base { get; init; }

    /// <summary>`acme/shop#1234` and its title; empty for a local branch.</summary>
    public required string Title { get; init; }

    /// <summary>`3 commits, 7 files, +214 −38`; empty where no change was read.</summary>
    public required string Size { get; init; }

    /// <summary>`dana (mid)`; empty where no change was read.</summary>
    public required string Author { get; init; }

    /// <summary>What is asked, most important first; never empty.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    public required IReadOnlyList<OutlineRow> Rows { get; init; }

    /// <summary>The state as one word that stands out.</summary>
    public string Word => State switch
    {
        DecisionState.NotApplicable => "PASSES",
        DecisionState.Waiting => "WAITING",
        DecisionState.Approved => "APPROVED",
        DecisionState.Vetoed => "VETOED",
        DecisionState.Overridden => "OVERRIDDEN",
        DecisionState.Undecided => "UNDECIDED",
        DecisionState.NoPolicy => "NO POLICY",
        DecisionState.BadPolicy => "BAD POLICY",
    };
}
