using System.Security.Cryptography;

namespace ChangeSentinel.Action.Workflow;

/// <summary>An output of the step, as the runner's file holds it.</summary>
/// <seealso href="https://github.com/actions/toolkit/blob/main/packages/core/src/file-command.ts"/>
internal static class OutputEntry
{
    /// <summary>`name&lt;&lt;WORD`, the value, `WORD`; the word is random and stands in neither.</summary>
    public static string Of(string name, string value)
    {
        var word = Word();
        while (name.Contains(word, StringComparison.Ordinal) || value.Contains(word, StringComparison.Ordinal))
            word = Word();
        return $"{name}<<{word}\n{value}\n{word}\n";
    }

    private static string Word() => "ghadelimiter_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
