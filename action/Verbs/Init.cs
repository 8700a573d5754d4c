using System.Diagnostics.CodeAnalysis;
using System.Text;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Changes;
using ChangeSentinel.Git;
using ChangeSentinel.Policies;
using ChangeSentinel.Services;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel init`: a first policy from CODEOWNERS, the tree and the service graph.</summary>
internal static class Init
{
    public static Verb Verb => new("init", "Writes a first policy from CODEOWNERS and the tree.", Run)
    {
        Usage = "[--repo DIR]",
        Options = typeof(InitOptions),
        Notes =
        [
            "It writes .blastradius.yml at the repository's root, the reason beside each choice; never over a file.",
        ],
        Examples = [new("sentinel init", "then read it, and 'sentinel check --policy .blastradius.yml'")],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(InitOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<InitOptions>(call, "init");
        var directory = Path.GetFullPath(options.Repo ?? ".", call.Shell.Directory);
        if (FindPolicy.Root(directory) is not { } root)
            throw new CommandException($"'{directory}' is not in a git repository; 'git init' makes one");
        if (FindPolicy.In(root) is { } existing)
            throw new CommandException(
                $"{existing} is there already and is never overwritten; 'sentinel validate' reads it");

        using var progress = Progress.Of("reading the tree", call.Shell);
        var text = await Draft(root, call.CancellationToken);
        var path = PolicyFiles.Candidates[0];
        await using (var file = new FileStream(Path.Combine(root, path), FileMode.CreateNew, FileAccess.Write))
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), call.CancellationToken);
        progress.Dispose();
        call.Shell.Say(
            $"""
            Wrote {path}: a draft with the reason for each choice. Read it and change what is wrong.

              sentinel explain PATH                        says which of its lines decides a path
              sentinel check --policy {path}     judges the branch you are on by it
              git add {path}                     it counts once it stands on the base branch

            """);
        return ExitCode.Passes;
    }

    private static async Task<string> Draft(string root, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(root, cancellationToken);
        if (await repository.Resolve(["HEAD"], cancellationToken) is [null])
            return DraftPolicy.From(codeOwners: null, [], Known.Fact(new ServiceGraph([])));

        var paths = new List<string>();
        var gathering = new LocalGathering
        {
            // The door shows this question every file of the tree.
            Manifests = path =>
            {
                paths.Add(path.ToString());
                return Manifests.IsManifest(path);
            },
        };
        // The change between a commit and itself is empty: what is read is the tree alone.
        var here = new ChangeReference.LocalBranch(root, "HEAD", "HEAD");
        var tree = await new LocalForge(repository).Gather(here, gathering, cancellationToken);
        var graph = BuildGraph.From([], Enum.GetValues<Ecosystem>().ToHashSet(), tree.Manifests);
        return DraftPolicy.From(tree.CodeOwners.Or(null), paths, graph);
    }
}
