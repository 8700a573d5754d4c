using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Whether the reader's terminal is coloured.</summary>
internal static class Colours
{
    /// <summary>Only on a terminal that can, and never against `NO_COLOR` (https://no-color.org).</summary>
    public static Ink For(Shell shell) =>
        shell.OutputIsTerminal
        && string.IsNullOrEmpty(shell.Variable("NO_COLOR"))
        && shell.Variable("TERM") is not "dumb"
            ? Ink.Ansi
            : Ink.None;
}
