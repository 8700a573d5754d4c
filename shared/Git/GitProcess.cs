using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ChangeSentinel.Git;

/// <summary>
/// One running `git`: its answer is read as it is printed, and it never outlives who asked.
/// </summary>
internal sealed class GitProcess : IAsyncDisposable
{
    private const int KeptErrorBytes = 8192;
    private static readonly TimeSpan Mourning = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly TimeSpan patience;
    private readonly string question;
    private readonly Task<string> standardError;
    private readonly Task fed;

    private GitProcess(Process process, string question, GitAsk ask)
    {
        this.process = process;
        this.question = question;
        patience = ask.Git.Patience;
        Output = new(process.StandardOutput.BaseStream, patience);
        standardError = ReadStart(process.StandardError.BaseStream);
        fed = Feed(process.StandardInput.BaseStream, ask.Input);
    }

    public RecordReader Output { get; }

    /// <exception cref="GitException">git can't be started.</exception>
    public static GitProcess Start(GitAsk ask)
    {
        var start = ask.Git.Start(ask.Directory, ask.Arguments);
        foreach (var (name, value) in ask.Environment)
            start.Environment[name] = value;
        try
        {
            return new(Process.Start(start)!, ask.Arguments.First(word => !word.StartsWith('-')), ask);
        }
        catch (Win32Exception failure)
        {
            throw new GitException(
                GitFailure.GitMissing,
                $"{ask.Git.Path} can't be started in {ask.Directory}: {failure.Message}");
        }
    }

    /// <summary>
    /// Waits for the end after the answer was read; the exit code where it is one of those expected.
    /// </summary>
    /// <exception cref="GitException">git failed; the message says what it wrote to standard
    /// error.</exception>
    public async Task<int> Finish(IReadOnlyList<int> expected, CancellationToken cancellationToken)
    {
        if (await Output.HasMore(cancellationToken))
            throw new GitException(GitFailure.Unexpected, $"git {question} printed more than was asked for.");
        string said;
        try
        {
            said = await standardError.WaitAsync(patience, cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(patience, cancellationToken);
            await fed.WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new GitException(GitFailure.Silent, $"git {question} did not end and was given up.");
        }

        return expected.Contains(process.ExitCode)
            ? process.ExitCode
            : throw ReadFailure.Of(question, process.ExitCode, said);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Mourning);
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or Win32Exception or TimeoutException)
        {
            // It ended by itself meanwhile, or the system does not let it go: nothing is left to do about it.
        }

        process.Dispose();
    }

    /// <summary>The answer ended too early: git's own failure where it says one.</summary>
    public async Task<GitException> BrokenOff(string where, CancellationToken cancellationToken)
    {
        try
        {
            await Finish([0], cancellationToken);
        }
        catch (GitException failure)
        {
            return failure;
        }

        return Garbled(where);
    }

    /// <summary>What git answered is not what it documents.</summary>
    public GitException Garbled(string what) =>
        new(GitFailure.Unexpected, $"git {question} answered in an unknown way: {what}.");

    private static async Task Feed(Stream input, IReadOnlyList<string> lines)
    {
        try
        {
            await using (input)
            await using (var writer = new StreamWriter(input, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                foreach (var line in lines)
                    await writer.WriteLineAsync(line);
            }
        }
        catch (IOException)
        {
            // git ended before it read everything; its exit code says why.
        }
    }

    private static async Task<string> ReadStart(Stream error)
    {
        var kept = new byte[KeptErrorBytes];
        var rest = new byte[KeptErrorBytes];
        var length = 0;
        try
        {
            int read;
            do
            {
                var into = length < kept.Length ? kept.AsMemory(length) : rest;
                read = await error.ReadAsync(into);
                length = Math.Min(kept.Length, length + read);
            }
            while (read > 0);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The process was killed while it wrote.
        }

        return Encoding.UTF8.GetString(kept.AsSpan(0, length));
    }
}

/// <summary>A question to git: the command and its arguments, where it is asked, and what it reads.</summary>
internal sealed record GitAsk(GitProgram Git, string Directory, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lines for standard input.</summary>
    public IReadOnlyList<string> Input { get; init; } = [];
}
