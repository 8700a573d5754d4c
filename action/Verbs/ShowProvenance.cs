using System.Diagnostics.CodeAnalysis;
using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Evidence;
using ChangeSentinel.Git;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel provenance`: who wrote each commit, as far as its marks say.</summary>
internal static class ShowProvenance
{
    private const int Piece = 1 << 16;

    private static readonly string[] Formats = ["text", "jsonl"];

    public static Verb Verb => new("provenance", "Says which commits carry marks of AI, and quotes them.", Run)
    {
        Usage = "[--repo DIR] [RANGE] [--format FORMAT] | --stdin",
        Options = typeof(ProvenanceOptions),
        Notes =
        [
            "One row a commit, as `git log` orders them. Verdicts: agent (an agent's account committed it), assisted, "
            + "declared-human, none. No mark proves nothing. The policy's own markers count too, but not with --stdin.",
            "--stdin takes one JSON object a line: {\"sha\",\"author_name\",\"author_email\",\"committer_name\","
            + "\"committer_email\",\"message\"}.",
        ],
        Examples =
        [
            new("sentinel provenance HEAD~1..HEAD", "the last commit"),
            new("sentinel provenance --format jsonl", "the whole history, for programs"),
            new("sentinel provenance --stdin < commits.jsonl", "commits from anywhere"),
        ],
    };

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(ProvenanceOptions))]
    private static async Task<ExitCode> Run(VerbCall call)
    {
        var options = ParseOptions.Of<ProvenanceOptions>(call, "provenance");
        if (options.Stdin && (options.Range ?? options.Repo) is not null)
            throw new CommandException("either a RANGE of a repository or --stdin, not both");

        var format = ParseOptions.Choice("--format", options.Format ?? (options.Stdin ? "jsonl" : "text"), Formats);
        using var progress = Progress.Of("reading commits", call.Shell);
        using var json = new ProvenanceJson();
        IProvenanceWriter rows = format == "jsonl" ? json : new ProvenanceText();
        if (options.Stdin)
            await FromInput(rows, call);
        else
            await FromRepository(new(options, rows, progress), call);
        rows.WriteTo(call.Shell.Output);
        return ExitCode.Passes;
    }

    private static async Task FromRepository(Reading reading, VerbCall call)
    {
        var cancellationToken = call.CancellationToken;
        var directory = Path.GetFullPath(reading.Options.Repo ?? ".", call.Shell.Directory);
        var forge = new LocalForge(await GitRepository.Open(directory, cancellationToken));
        var markers = Markers(directory, call.Shell);
        var range = new CommitRange([reading.Options.Range ?? "HEAD"]);
        await foreach (var batch in forge.Batches(range, cancellationToken))
        {
            foreach (var commit in batch)
                reading.Rows.Write(commit.Sha.ToString(), commit.Subject, Detect.OfCommit(commit, markers));
            reading.Progress.Count += batch.Count;
            reading.Rows.WriteTo(call.Shell.Output, ifMoreThan: Piece);
        }
    }

    private static async Task FromInput(IProvenanceWriter rows, VerbCall call)
    {
        var lines = new InputLines(call.Shell.Input, (byte)'\n');
        while (await lines.Next(call.CancellationToken) is { } line)
        {
            if (line.Span.Trim(" \r\t"u8).IsEmpty)
                continue;
            var (sha, commit) = CommitLine.Read(line.Span, lines.Number);
            rows.Write(sha, commit.Subject, Detect.OfCommit(commit, []));
            rows.WriteTo(call.Shell.Output, ifMoreThan: Piece);
        }
    }

    /// <summary>A policy that can't be read has no markers here; `validate` says what is wrong with it.</summary>
    private static IReadOnlyList<Marker> Markers(string directory, Shell shell)
    {
        if (FindPolicy.Root(directory) is not { } root || FindPolicy.In(root) is not { } path)
            return [];
        if (FindPolicy.Open(Path.Combine(root, path), root).Reading is PolicyReading.Valid { Policy: var policy })
            return policy.Markers;
        shell.Complain($"warning: {path} can't be read, so its markers are left out; see 'sentinel validate'\n");
        return [];
    }

    private sealed record Reading(ProvenanceOptions Options, IProvenanceWriter Rows, Progress Progress);
}
