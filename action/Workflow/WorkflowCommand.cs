using System.Security.Cryptography;
using System.Text;

namespace ChangeSentinel.Action.Workflow;

/// <summary>How grave an annotation is.</summary>
internal enum AnnotationLevel
{
    Notice,
    Warning,
    Error,
}

/// <summary>Where an annotation points.</summary>
/// <param name="Line">From one; null for the file as a whole.</param>
internal sealed record AnnotationPlace(string File, int? Line);

/// <summary>Lines the runner takes as commands, escaped as its own toolkit does.</summary>
/// <seealso href="https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts"/>
internal static class WorkflowCommand
{
    /// <summary>An annotation on the run, and on the file it points to.</summary>
    public static string Annotation(AnnotationLevel level, string title, string message, AnnotationPlace? place = null)
    {
        var command = new StringBuilder("::").Append(Name(level)).Append(" title=").Append(Property(title));
        if (place is not null)
            command.Append(",file=").Append(Property(place.File));
        if (place?.Line is { } line)
            command.Append(",line=").Append(line);
        return command.Append("::").Append(Text(message)).Append('\n').ToString();
    }

    /// <summary>From here on the log shows stars for this value.</summary>
    public static string Mask(string value) => $"::add-mask::{Text(value)}\n";

    /// <summary>Text the runner shows and never obeys; what it holds can't know the word that ends it.</summary>
    public static string Inert(string text)
    {
        var word = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return $"::stop-commands::{word}\n{text.TrimEnd('\n')}\n::{word}::\n";
    }

    /// <summary>What stands behind the second `::`.</summary>
    public static string Text(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>The value of a property, in front of the second `::`.</summary>
    public static string Property(string text) => Text(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Name(AnnotationLevel level) => level switch
    {
        AnnotationLevel.Notice => "notice",
        AnnotationLevel.Warning => "warning",
        AnnotationLevel.Error => "error",
    };
}
