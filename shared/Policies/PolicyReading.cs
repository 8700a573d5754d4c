using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>What reading a policy file came to: a policy, or every mistake in it.</summary>
public abstract record PolicyReading
{
    private PolicyReading()
    {
    }

    /// <param name="Warnings">Warnings and notes, by place.</param>
    public sealed record Valid(Policy Policy, IReadOnlyList<Diagnostic> Warnings) : PolicyReading;

    /// <param name="Diagnostics">At least one error, and the warnings beside it, by place.</param>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Diagnostics) : PolicyReading;
}
