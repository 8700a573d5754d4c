using ChangeSentinel.Paths;

namespace ChangeSentinel.Risks;

/// <summary>
/// A CODEOWNERS file as GitHub reads it: the last line that matches a path names its owners.
/// </summary>
/// <remarks>
/// https://help.github.com/articles/about-codeowners
/// </remarks>
public sealed class CodeOwners
{
    private readonly PathRules rules;
    private readonly List<IReadOnlyList<string>> owners;

    private CodeOwners(PathRules rules, List<IReadOnlyList<string>> owners)
    {
        this.rules = rules;
        this.owners = owners;
    }

    /// <summary>What a repository without the file has: nobody owns anything.</summary>
    public static CodeOwners None { get; } = new(PathRules.Compile([]), []);

    /// <summary>
    /// Lines that GitHub skips are skipped: a bad pattern, or an owner that is no account, team or e-mail.
    /// </summary>
    public static CodeOwners Parse(string text)
    {
        List<PathPattern> patterns = [];
        List<IReadOnlyList<string>> ownersOfLines = [];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (Words(text.AsSpan()[range]) is not [var first, .. var named] || !named.All(IsOwner))
                continue;
            if (PathPattern.Parse(first) is not PatternReading.Pattern pattern)
                continue;
            patterns.Add(pattern.Value);
            ownersOfLines.Add(named);
        }

        return new(PathRules.Compile(patterns), ownersOfLines);
    }

    /// <summary>`@user`, `@org/team` and e-mails as written; empty where no line names anybody.</summary>
    public IReadOnlyList<string> Of(string path) => rules.Last(path) is >= 0 and var line ? owners[line] : [];

    /// <summary>The same for many paths on one thread, which is quicker.</summary>
    public Func<string, IReadOnlyList<string>> Lookup()
    {
        var lookup = rules.Lookup();
        return path => lookup.Last(path) is >= 0 and var line ? owners[line] : [];
    }

    /// <summary>
    /// The words of a line up to a comment; a backslash keeps the space behind it within a word.
    /// </summary>
    private static List<string> Words(ReadOnlySpan<char> line)
    {
        List<string> words = [];
        var start = -1;
        for (var index = 0; index < line.Length; index++)
        {
            var space = line[index] is ' ' or '\t' or '\r';
            if (start < 0 && line[index] == '#')
                break;
            if (space && start >= 0)
                words.Add(line[start..index].ToString());
            if (space || start < 0)
                start = space ? -1 : index;
            if (line[index] == '\\')
                index++;
        }

        if (start >= 0)
            words.Add(line[start..].ToString());
        return words;
    }

    private static bool IsOwner(string word) =>
        word.Length > 1 && (word[0] == '@' || word.AsSpan(1).IndexOf('@') is >= 0 and var at && at < word.Length - 2);
}
