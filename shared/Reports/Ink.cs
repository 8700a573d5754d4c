using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>How words are coloured: state and tier alone, and only where the reader's terminal shows it.</summary>
public sealed class Ink
{
    private const string Red = "31";
    private const string Green = "32";
    private const string Yellow = "33";
    private const string Magenta = "35";

    private readonly bool coloured;

    private Ink(bool coloured) => this.coloured = coloured;

    /// <summary>No colour: files, pipes, `NO_COLOR`.</summary>
    public static Ink None { get; } = new(coloured: false);

    /// <summary>ANSI colours (ECMA-48 SGR).</summary>
    public static Ink Ansi { get; } = new(coloured: true);

    public string State(DecisionState state, string text) => Paint(text, "1;" + state switch
    {
        DecisionState.NotApplicable or DecisionState.Approved => Green,
        DecisionState.Waiting or DecisionState.Undecided => Yellow,
        DecisionState.Vetoed or DecisionState.BadPolicy => Red,
        DecisionState.Overridden or DecisionState.NoPolicy => Magenta,
    });

    /// <param name="fromTop">How far the tier stands below the top of its ladder; zero is the top.</param>
    /// <param name="text">The tier's name, with its padding.</param>
    public string Tier(int fromTop, string text) => fromTop switch
    {
        0 => Paint(text, Red),
        1 => Paint(text, Yellow),
        _ => text,
    };

    private string Paint(string text, string colour) => coloured ? $"\u001b[{colour}m{text}\u001b[0m" : text;
}
