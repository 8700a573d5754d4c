using System.Diagnostics.CodeAnalysis;

namespace ChangeSentinel.Changes;

/// <summary>A whole git object id in lower case: 40 hexadecimal digits (SHA-1) or 64 (SHA-256).</summary>
public readonly record struct Sha
{
    private readonly string? text;

    private Sha(string text) => this.text = text;

    /// <summary>The first seven digits, as people read them.</summary>
    public string Short => ToString()[..7];

    public static bool TryParse([NotNullWhen(true)] string? text, out Sha sha)
    {
        var whole = text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit);
        sha = whole ? new(text!.ToLowerInvariant()) : default;
        return whole;
    }

    /// <exception cref="FormatException">The text is not 40 or 64 hexadecimal digits.</exception>
    public static Sha Parse(string text) =>
        TryParse(text, out var sha) ? sha : throw new FormatException($"'{text}' is not a git object id.");

    public override string ToString() => text ?? new string('0', 40);
}
