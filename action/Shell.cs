using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ChangeSentinel.Action;

/// <summary>What a command sees of the world: where it stands, its variables, its streams and the clock.</summary>
internal sealed class Shell : IDisposable
{
    private readonly CancellationTokenSource interrupting = new();
    private PosixSignalRegistration? signal;

    public required string Directory { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required Stream Input { get; init; }

    /// <summary>UTF-8; written in large pieces and flushed once, at the end.</summary>
    public required Stream Output { get; init; }

    public required Stream Error { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Interrupted => interrupting.Token;

    public static Shell OfThisProcess()
    {
        var shell = new Shell
        {
            Directory = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            Input = Console.OpenStandardInput(),
            Output = new BufferedStream(StandardOutput(), 1 << 16),
            Error = Console.OpenStandardError(),
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
        shell.signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            shell.interrupting.Cancel();
        });
        return shell;
    }

    public void Say(string text) => Output.Write(Encoding.UTF8.GetBytes(text));

    public void Complain(string text) => Error.Write(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        signal?.Dispose();
        interrupting.Dispose();
    }

    /// <summary>
    /// The console's own stream hides that the reader left; a pipe's says so, and the program can stop working.
    /// </summary>
    private static Stream StandardOutput()
    {
        var target = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/fd/1").LinkTarget : null;
        if (target?.StartsWith("pipe:", StringComparison.Ordinal) is not true)
            return Console.OpenStandardOutput();
#pragma warning disable CA2000 // The stream closes its handle, and the process its stream.
        return new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
#pragma warning restore CA2000
    }
}
