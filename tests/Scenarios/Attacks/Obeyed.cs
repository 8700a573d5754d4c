namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>What GitHub's runner makes of a step's log: the lines it takes for commands and obeys.</summary>
/// <seealso href="https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs"/>
internal sealed record Obeyed(string Name, string Line)
{
    private const string Stop = "stop-commands";

    /// <summary>In order; lines end as a .NET reader ends them, at a carriage return too.</summary>
    public static IReadOnlyList<Obeyed> In(string log)
    {
        var found = new List<Obeyed>();
        string? resume = null;
        foreach (var line in log.Split('\n', '\r'))
        {
            if (Command(line) is not { } command)
                continue;
            if (resume is not null)
            {
                if (command.Name == resume)
                    resume = null;
                continue;
            }

            found.Add(command);
            if (command.Name == Stop)
                resume = line[(line.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        }

        Assert.Null(resume);
        return found;
    }

    /// <summary>`::name key=value::text` at the start of a line, or `##[name key=value]text` anywhere in it.</summary>
    private static Obeyed? Command(string line)
    {
        var start = line.TrimStart();
        if (start.StartsWith("::", StringComparison.Ordinal) && start.IndexOf("::", 2, StringComparison.Ordinal) is > 2 and var end)
            return new(start[2..end].Split(' ')[0], line);
        var old = line.IndexOf("##[", StringComparison.Ordinal);
        var close = old < 0 ? -1 : line.IndexOf(']', old);
        return close < 0 ? null : new(line[(old + 3)..close].Split(' ')[0], line);
    }
}
