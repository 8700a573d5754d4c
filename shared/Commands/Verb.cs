namespace ChangeSentinel.Commands;

/// <summary>A command's name, and how what stands behind it is read.</summary>
/// <param name="Read">Null where the words are not what the command takes.</param>
/// <param name="Usage">What the command takes, a whole sentence with an example.</param>
internal sealed record Verb(string Name, Func<CommandWords, Command?> Read, string Usage);
