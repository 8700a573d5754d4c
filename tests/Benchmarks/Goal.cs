namespace ChangeSentinel.Benchmarks;

/// <summary>A measured figure and the bound it must keep.</summary>
internal sealed record Goal(string What, double Measured, double AtMost)
{
    public bool Met => Measured <= AtMost;

    public override string ToString() =>
        $"{(Met ? "PASS" : "FAIL")}  {Measured,10:F2}  at most {AtMost,8:F2}  {What}";
}
