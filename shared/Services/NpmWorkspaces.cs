using System.Text;
using ChangeSentinel.Changes;
using ChangeSentinel.Paths;

namespace ChangeSentinel.Services;

/// <summary>Which packages of a tree are members of a workspace.</summary>
/// <remarks>
/// `*`, `?`, `**`, `{a,b}` and a leading `!` mean what they mean to npm, pnpm and Yarn, the last match
/// deciding; other glob syntax (`[a-z]`, `+(…)`) is read as any characters, which can only add members.
/// https://docs.npmjs.com/cli/configuring-npm/package-json#workspaces, https://pnpm.io/pnpm-workspace_yaml
/// </remarks>
internal sealed class NpmWorkspaces
{
    private const int MostRounds = 64;

    private readonly List<(int Root, bool Excludes)> origins = [];
    private readonly List<PathPattern> patterns = [];
    private readonly List<ManifestFault> faults = [];
    private int roots;
    private PathRules? compiled;

    public IReadOnlyList<ManifestFault> Faults => faults;

    /// <summary>Adds a workspace root with its patterns in their order.</summary>
    public void Add(string folder, IReadOnlyList<string> globs, Place place)
    {
        foreach (var written in globs)
        {
            // "!(a)" is a group, all but a, and excludes nothing.
            var excludes = written.StartsWith('!') && !written.StartsWith("!(", StringComparison.Ordinal);
            foreach (var alternative in Alternatives(written.TrimStart('!')))
                if (!excludes || !alternative.AsSpan().ContainsAny("[({"))
                    Add(folder, alternative, excludes, place);
        }

        roots++;
    }

    /// <summary>Whether this `package.json` is a member of any of the roots.</summary>
    public bool HasMember(string path)
    {
        compiled ??= PathRules.Compile(patterns);
        var root = -1;
        var member = false;
        foreach (var index in compiled.All(path))
        {
            if (origins[index].Root != root && member)
                return true;
            (root, member) = (origins[index].Root, !origins[index].Excludes);
        }

        return member;
    }

    private void Add(string folder, string glob, bool excludes, Place place)
    {
        if (TreePath.Resolve("", AnyForGroups(glob).TrimStart('/')) is not { } inside)
            return;
        var members = TreePath.Join(SpellPattern.Escape(folder), SpellPattern.EscapeGlob(inside));
        var whole = TreePath.Join(members, "package.json");
        switch (PathPattern.Parse("/" + whole))
        {
            case PatternReading.Pattern pattern:
                patterns.Add(pattern.Value);
                origins.Add((roots, excludes));
                break;
            case PatternReading.Error error:
                faults.Add(new(place, $"has a workspace pattern that can't be read: {error.Message}"));
                break;
        }
    }

    /// <summary>
    /// `{a,b}` taken apart, innermost first; what is left after the limit is read as any characters.
    /// </summary>
    private static List<string> Alternatives(string glob)
    {
        List<string> open = [glob];
        for (var (index, rounds) = (0, 0); index < open.Count && rounds < MostRounds; rounds++)
        {
            var end = open[index].IndexOf('}', StringComparison.Ordinal);
            var start = end < 0 ? -1 : open[index].LastIndexOf('{', end);
            if (start < 0)
            {
                index++;
                continue;
            }

            var (before, behind) = (open[index][..start], open[index][(end + 1)..]);
            var choices = open[index][(start + 1)..end].Split(',', MostRounds);
            open.RemoveAt(index);
            open.InsertRange(index, choices.Select(choice => before + choice + behind));
        }

        return open;
    }

    /// <summary>`[a-z]` and `+(a|b)` as `*`.</summary>
    private static string AnyForGroups(string glob)
    {
        var text = new StringBuilder(glob.Length);
        var depth = 0;
        foreach (var character in glob)
        {
            if (depth == 0 && character == '(' && text.Length > 0 && IsGroupMark(text[^1]))
                text.Length--;
            if (character is '[' or '(' or '{')
                depth++;
            else if (character is ']' or ')' or '}' && depth > 0 && --depth == 0)
                text.Append('*');
            else if (depth == 0)
                text.Append(character);
        }

        return text.ToString();
    }

    private static bool IsGroupMark(char character) => character is '@' or '+' or '?' or '*' or '!';
}
