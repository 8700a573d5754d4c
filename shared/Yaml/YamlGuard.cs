using ChangeSentinel.Changes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChangeSentinel.Yaml;

/// <summary>How many YAML documents a file may hold.</summary>
public enum YamlDocuments
{
    One,

    /// <summary>Any number, separated by `---`, as some manifests have them.</summary>
    Many,
}

/// <summary>What the guard found, and how many parser events it looked at to find it.</summary>
public sealed record YamlWalk(IReadOnlyList<Diagnostic> Diagnostics, int Steps)
{
    /// <summary>The whole text as the parser's events; none where there are findings.</summary>
    internal IReadOnlyList<ParsingEvent> Events { get; init; } = [];
}

/// <summary>The guard before every YAML: it walks the parser's events to the end and loads nothing.</summary>
/// <remarks>
/// The event parser takes linear time and no recursion; depth and size bound what a loader after it can meet.
/// </remarks>
public static class YamlGuard
{
    /// <summary>Mappings and sequences inside each other, the outermost counted.</summary>
    public const int MaxDepth = 64;

    /// <summary>Scalars (keys too), mappings and sequences together.</summary>
    public const int MaxNodes = 200_000;

    /// <summary>In UTF-8.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Findings after which the guard reads no further.</summary>
    public const int MaxFindings = 100;

    private const string Unreadable =
        "not valid YAML: what stands before here can't be read; is a bracket or quote left open?";

    /// <summary>Every breach with its place; empty where the text is safe to load.</summary>
    public static IReadOnlyList<Diagnostic> Check(
        SourceFile file, YamlDocuments allowed = YamlDocuments.One) =>
        Walk(file, allowed).Diagnostics;

    public static YamlWalk Walk(SourceFile file, YamlDocuments allowed = YamlDocuments.One)
    {
        if (YamlCharacters.FirstError(file) is { } error)
            return new([error], 0);

        var events = new List<ParsingEvent>();
        var rules = new YamlRules(new(file), allowed);
        var scanner = new Scanner(new StringReader(SourceLines.WithoutMark(file.Text)));
        try
        {
            var parser = new Parser(scanner);
            while (rules.GoesOn && parser.MoveNext())
            {
                events.Add(parser.Current!);
                rules.Take(parser.Current!);
            }
        }
        catch (YamlException exception)
        {
            rules.Refuse(exception.Start, $"not valid YAML: {Sentence(exception.Message)}");
        }

        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner throws these, without a place, for some broken texts: "{ a\nb: c", "[!![".
            rules.Refuse(scanner.CurrentPosition, Unreadable);
        }

        return new(rules.Findings, rules.Steps) { Events = rules.Findings.Count > 0 ? [] : events };
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? "unreadable" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
