using ChangeSentinel.Changes;
using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Decides the other open pull requests of a head, because one check speaks for all of them.</summary>
internal sealed class DecideSharing(ActionRun run, ChangeReference.PullRequest reference)
{
    /// <summary>More pull requests of one head are nobody's work; the check then waits.</summary>
    private const int Most = 20;

    /// <returns>Unknown where one of them can't be read; then the check does not pass.</returns>
    public async Task<Known<IReadOnlyList<DecidedChange>>> With(Sha head, CancellationToken cancellationToken)
    {
        try
        {
            var forge = new GitHubForge(run.Api, new() { Members = run.Members });
            var numbers = await forge.SharingHead(reference, head, cancellationToken);
            var others = numbers.Where(number => number != reference.Number).ToList();
            if (others.Count > Most)
                return new Known<IReadOnlyList<DecidedChange>>.Unknown(
                    $"{others.Count} other open pull requests have it, and at most {Most} are decided together");
            return Known.Fact<IReadOnlyList<DecidedChange>>(
                await Task.WhenAll(others.Select(number => Decide(forge, number, cancellationToken))));
        }
        catch (ForgeException failure)
        {
            return new Known<IReadOnlyList<DecidedChange>>.Unknown(
                $"they can't be read ({failure.Message.TrimEnd('.')})");
        }
    }

    private async Task<DecidedChange> Decide(GitHubForge forge, int number, CancellationToken cancellationToken)
    {
        var gathered = await forge.Gather(reference with { Number = number }, cancellationToken);
        return Judged.Of(gathered, run.Shell.Clock.GetUtcNow()).Decided;
    }
}
