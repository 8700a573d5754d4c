using ChangeSentinel.Changes;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Effects;

/// <summary>A change with the policy it is judged by and what the forge shows of it.</summary>
/// <param name="Policy">Null where neither the base nor the default branch has one.</param>
public sealed record Gathered(Change Change, PolicyReading? Policy, Published Published)
{
    /// <summary>
    /// The default branch's own policy, null where it has none that parses. It alone says which bases share a check's
    /// name: a branch that could name its own check could turn another's green.
    /// </summary>
    public Policy? Naming { get; init; }

    /// <summary>The name of the change's check.</summary>
    public string CheckName => Effects.CheckName.For(Naming, Change.Base, Change.DefaultBranch);
}

/// <summary>Where changes live: facts are read from it, effects are written to it.</summary>
public interface IForge
{
    /// <summary>Every fact about a pull request; what could not be had is unknown, with its reason.</summary>
    Task<Gathered> Gather(ChangeReference.PullRequest reference, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the effects, checks first. Before a check passes the head is read back: where it has moved, that
    /// check is not written.
    /// </summary>
    Task Apply(
        ChangeReference.PullRequest reference, IReadOnlyList<Effect> effects, CancellationToken cancellationToken);
}
