namespace ChangeSentinel.Benchmarks;

/// <summary>A measured figure and the bound it must keep.</summary>
internal sealed record Goal(string What, double Measured, double AtMost)
{
    public bool Met => Measured <= AtMost;

    /// <summary>Median wall time of the first over that of the second, which ran in turn with it.</summary>
    public static Goal Ratio(string what, IReadOnlyList<ProcessRun> ours, IReadOnlyList<ProcessRun> peer, double atMost)
    {
        var (mine, theirs) = (Median(ours, run => run.Milliseconds), Median(peer, run => run.Milliseconds));
        Console.WriteLine($"{what}: {mine:F0} ms / {theirs:F0} ms");
        return new(what, mine / theirs, atMost);
    }

    public static Goal Memory(string what, IReadOnlyList<ProcessRun> runs, double atMostMegabytes) =>
        new($"{what}, peak memory (MB)", Median(runs, run => run.PeakMegabytes), atMostMegabytes);

    public override string ToString() => $"{(Met ? "PASS" : "FAIL")}  {Measured,10:F2}  at most {AtMost,8:F2}  {What}";

    private static double Median(IReadOnlyList<ProcessRun> runs, Func<ProcessRun, double> figure) =>
        SideBySide.Median(runs.Select(figure));
}
