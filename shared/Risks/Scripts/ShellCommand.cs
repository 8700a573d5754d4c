namespace ChangeSentinel.Risks;

/// <summary>A command as a shell splits it.</summary>
/// <param name="Words">Its name and arguments, without quotes.</param>
/// <param name="Piped">
/// The name of the command that reads what this one prints; empty where none does.
/// </param>
internal sealed record ShellCommand(IReadOnlyList<string> Words, string Piped)
{
    public string Name => Words[0];

    public string this[int index] => index < Words.Count ? Words[index] : "";

    public bool Has(string word) => Words.Contains(word, StringComparer.Ordinal);

    public bool HasAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Has(word))
                return true;
        }

        return false;
    }

    /// <summary>Whether an option of one letter is given, alone or with others: -r of -rf.</summary>
    public bool HasFlag(char letter) =>
        Words.Any(word => word.Length is > 1 and < 12 && word[0] == '-' && word[1] != '-'
        && word.Contains(letter, StringComparison.Ordinal));

    /// <summary>What is no option, behind the name.</summary>
    public IEnumerable<string> Arguments => Words.Skip(1).Where(word => word.Length == 0 || word[0] != '-');
}
