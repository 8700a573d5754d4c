using ChangeSentinel.Action.CommandLine;
using ChangeSentinel.Git;
using ChangeSentinel.GitHub;
using ChangeSentinel.Reports;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Action;

/// <summary>The program as a value: arguments and the world in, what it says and an exit code out.</summary>
internal static class ActionCommand
{
    private const int BrokenPipe = 32;

    public static async Task<ExitCode> Run(
        IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellationToken)
    {
        try
        {
            var exit = await Dispatch(arguments, shell, cancellationToken);
#pragma warning disable CA1849 // The last thing the program does; a thread for it would cost more than the writing.
            shell.Output.Flush();
#pragma warning restore CA1849
            return exit;
        }
        catch (CommandException wrong)
        {
            return Fail(shell, wrong.Message, ExitCode.Usage);
        }
        catch (GitException failure)
        {
            return Fail(shell, failure.Message, ExitOf(failure.Failure));
        }
        catch (ForgeException failure)
        {
            return Fail(shell, failure.Message, ExitCode.Failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException closed) when (closed.HResult == BrokenPipe)
        {
            return ExitCode.OutputClosed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(shell, failure.Message, ExitCode.Failure);
        }
#pragma warning disable CA1031 // One of the two places where everything ends: a fault of ours is said, never a verdict.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Fail(shell, $"this should not happen, please report it: {fault}", ExitCode.Failure);
        }
    }

    private static Task<ExitCode> Dispatch(
        IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0)
            return Welcome.Say(shell);
        if (arguments[0] is "--help" or "-h" or "help")
            return Help.Say(arguments.Skip(1).FirstOrDefault(word => !word.StartsWith('-')), shell);
        if (arguments[0] is "--version")
            return VerbTable.Find("version")!.Run(new([], shell, cancellationToken));
        if (VerbTable.Find(arguments[0]) is not { } verb)
            throw new CommandException(Unknown(arguments[0]));

        IReadOnlyList<string> rest = [.. arguments.Skip(1)];
        return rest.TakeWhile(word => word != "--").Any(word => word is "--help" or "-h")
            ? Help.Say(verb.Name, shell)
            : verb.Run(new(rest, shell, cancellationToken));
    }

    private static string Unknown(string word)
    {
        var known = string.Join(", ", VerbTable.Names);
        var option = word.StartsWith('-');
        var meant = NearestName.Among(word, option ? ["--help", "--version"] : VerbTable.Names);
        var wrong = option
            ? $"an option stands behind its command, and '{word}' is none of --help, --version"
            : $"there is no command '{word}'";
        return wrong + (meant is null ? "" : $"; did you mean '{meant}'?") + $" (commands: {known})";
    }

    private static ExitCode Fail(Shell shell, string message, ExitCode exit)
    {
        try
        {
            shell.Output.Flush();
        }
        catch (IOException)
        {
            return ExitCode.OutputClosed;
        }

        shell.Complain($"error: {VisibleText.Of(message)}\n");
        return exit;
    }

    private static ExitCode ExitOf(GitFailure failure) => failure switch
    {
        GitFailure.NotARepository or GitFailure.UnknownRevision or GitFailure.NoCommits => ExitCode.Usage,
        GitFailure.UnrelatedHistories or GitFailure.DubiousOwnership => ExitCode.Usage,
        GitFailure.GitMissing or GitFailure.MissingObject or GitFailure.CorruptObject => ExitCode.Failure,
        GitFailure.TooLarge or GitFailure.Silent or GitFailure.Unexpected => ExitCode.Failure,
    };
}
