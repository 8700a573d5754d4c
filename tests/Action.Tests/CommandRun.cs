using System.Text;
using ChangeSentinel.Action;

namespace ChangeSentinel.Tests;

/// <summary>What one call of the program came to.</summary>
public sealed record CommandRun(int Exit, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>Calls the program through its front door, with nothing to read and no terminal.</summary>
    public static Task<CommandRun> In(string directory, params string[] arguments) =>
        new CommandCall(directory).Run(arguments);
}

/// <summary>The world a call stands in.</summary>
public sealed record CommandCall(string Directory)
{
    public byte[] Input { get; init; } = [];

    public bool Terminal { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public Stream? Output { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public CancellationToken Interrupted { get; init; }

    public CommandCall Reading(string text) => this with { Input = Encoding.UTF8.GetBytes(text) };

    public async Task<CommandRun> Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var shell = new Shell
        {
            Directory = Directory,
            Variable = name => Variables.GetValueOrDefault(name),
            Input = new MemoryStream(Input),
            Output = Output ?? output,
            Error = error,
            OutputIsTerminal = Terminal,
            ErrorIsTerminal = Terminal,
            Clock = Clock,
        };
        var exit = await ActionCommand.Run(arguments, shell, Interrupted);
        return new((int)exit, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
