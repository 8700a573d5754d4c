namespace ChangeSentinel.Policies;

/// <summary>A name that a policy gives: to a tier, a rung, a stage.</summary>
internal static class PlainName
{
    public const string Rule = "use letters, digits, '-', '_' and '.', a letter or digit first, at most 40";

    private const int MaxLength = 40;

    public static bool Is(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(name[0]) &&
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
