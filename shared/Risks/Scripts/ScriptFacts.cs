namespace ChangeSentinel.Risks;

/// <summary>What a script says about its variables, and where it runs.</summary>
internal sealed class ScriptFacts
{
    private readonly HashSet<string> temporary = new(StringComparer.Ordinal);

    public ScriptFacts(CodeView view)
    {
        IsThrownAway = Shell.IsThrownAway(view);
        foreach (var line in view.Hunks.SelectMany(hunk => hunk.New.Lines))
        {
            StopsAtUnset |= line.Code.HasAny("set -u", "set -eu", "nounset");
            if (line.Code.Has("mktemp") && Setting.In(line.Code) is { } setting
                && setting.Value.Has("mktemp"))
                temporary.Add(setting.Key);
        }
    }

    /// <summary>Whether the machine or image is thrown away with the build.</summary>
    public bool IsThrownAway { get; }

    /// <summary>Whether the script stops at a variable that nobody set.</summary>
    public bool StopsAtUnset { get; }

    /// <summary>Whether `mktemp` made what the variable names.</summary>
    public bool IsTemporary(string variable) => temporary.Contains(variable);
}
