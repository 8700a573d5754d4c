using System.Globalization;

namespace ChangeSentinel.Commands;

/// <summary>Reads what stands behind a command's name: a change, a login.</summary>
internal static class ReadWords
{
    private const int FewestDigits = 7;
    private const int MostDigits = 64;
    private const int MostNumberDigits = 9;
    private const int MostLoginLetters = 100;

    /// <summary>`[owner/repo#N] [SHA]`, as far as it is there.</summary>
    public static CommandTarget Target(CommandWords words)
    {
        var target = CommandTarget.Here;
        if (ReadChange(words.Peek) is { } change)
        {
            target = change;
            words.Next();
        }

        return IsSha(words.Peek) ? target with { Head = words.Next().ToLowerInvariant() } : target;
    }

    /// <summary>The login of `@login`, without @; null where the word is none.</summary>
    public static string? Login(string word)
    {
        if (word.Length is < 2 or > MostLoginLetters || word[0] != '@')
            return null;
        var login = word[1..];
        var name = login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) ? login[..^"[bot]".Length] : login;
        return name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? login
            : null;
    }

    private static bool IsSha(string word) =>
        word.Length is >= FewestDigits and <= MostDigits && word.All(char.IsAsciiHexDigit);

    /// <summary>`owner/repo#N`, or `#N` for a change of the same repository.</summary>
    private static CommandTarget? ReadChange(string word)
    {
        var hash = word.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || !IsNumber(word.AsSpan(hash + 1), out var number))
            return null;
        var repository = word[..hash];
        return repository.Length == 0 || IsRepository(repository)
            ? new(repository.Length == 0 ? null : repository, number, null)
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(
            text.Length <= MostNumberDigits ? text : [], NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number > 0;

    private static bool IsRepository(string text) =>
        text.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.');
}
