using ChangeSentinel.Action.Verbs;

namespace ChangeSentinel.Action.CommandLine;

/// <summary>What `sentinel` alone says: how to begin, or the commands.</summary>
internal static class Welcome
{
    public static Task<ExitCode> Say(Shell shell)
    {
        var root = FindPolicy.Root(shell.Directory);
        if (root is null || FindPolicy.In(root) is not null)
            return Help.Say(verb: null, shell);

        shell.Say(
            """
            This repository has no policy yet, so ChangeSentinel asks nobody.

              sentinel init       writes a first one, .blastradius.yml, from CODEOWNERS and the tree
              sentinel validate   reads it and names every mistake
              sentinel check      says who must agree before the branch you are on ships, and why

            The policy counts from the moment it stands on the base branch; until then try it with
            'sentinel check --policy .blastradius.yml'. All commands: 'sentinel --help'.

            """);
        return Task.FromResult(ExitCode.Passes);
    }
}
