namespace ChangeSentinel.Action.CommandLine;

/// <summary>Options of a command that takes only so many words; what stands behind them is refused.</summary>
internal interface IRefusesMore
{
    IEnumerable<string> More { get; set; }
}
