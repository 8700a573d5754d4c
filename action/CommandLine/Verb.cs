using System.Diagnostics.CodeAnalysis;

namespace ChangeSentinel.Action.CommandLine;

/// <summary>One call of a command: the words behind its name, and the world it stands in.</summary>
internal sealed record VerbCall(IReadOnlyList<string> Arguments, Shell Shell, CancellationToken CancellationToken);

/// <summary>A command line somebody can type, and what it is for.</summary>
internal sealed record Example(string Line, string Meaning);

/// <summary>A command: its name, what it does, and how it is asked.</summary>
internal sealed record Verb(string Name, string Summary, Func<VerbCall, Task<ExitCode>> Run)
{
    /// <summary>What may stand behind the name, as help shows it.</summary>
    public required string Usage { get; init; }

    /// <summary>The options' class.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public required Type Options { get; init; }

    /// <summary>What a reader must know beyond the options; whole sentences, one a line.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<Example> Examples { get; init; }
}
