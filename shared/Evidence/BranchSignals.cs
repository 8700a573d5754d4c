using System.Buffers;

namespace ChangeSentinel.Evidence;

/// <summary>Recognises the branches that agents name themselves.</summary>
internal static class BranchSignals
{
    private const int LongestBranch = 500;
    private const int TaskDigits = 15;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly (BranchShape Shape, string Tool)[] Shapes =
        [.. Agents.All.SelectMany(agent => agent.Branches.Select(shape => (shape, agent.Name)))];

    /// <summary>What the branch of a change says.</summary>
    public static void Of(string branch, SignalList signals)
    {
        if (Find(branch) is { } found)
            signals.Add(found.Tool, SignalKind.Branch, found.Shape.Strength, branch);
    }

    /// <summary>
    /// What the subject of a merge says of the branch it took in: second-hand evidence, so always weak.
    /// </summary>
    public static void InMerge(ReadOnlySpan<char> subject, SignalList signals)
    {
        var branch = MergedBranch(subject);
        if (!branch.IsEmpty && Find(branch) is { } found)
            signals.Add(found.Tool, SignalKind.Branch, SignalStrength.Weak, branch);
    }

    public static bool IsMerge(ReadOnlySpan<char> subject) =>
        subject.StartsWith("Merge pull request #") || subject.StartsWith("Merge branch '")
        || subject.StartsWith("Merge remote-tracking branch '") || subject.StartsWith("Merged in ");

    private static (BranchShape Shape, string Tool)? Find(ReadOnlySpan<char> branch)
    {
        if (branch.Length > LongestBranch)
            return null;
        foreach (var row in Shapes)
            if (Matches(branch, row.Shape.Pattern))
                return row;
        return null;
    }

    private static ReadOnlySpan<char> MergedBranch(ReadOnlySpan<char> subject)
    {
        if (subject.StartsWith("Merge pull request #"))
        {
            var from = subject.IndexOf(" from ");
            var branch = from < 0 ? default : subject[(from + 6)..];
            return branch[(branch.IndexOf('/') + 1)..].Trim();
        }

        var open = IsMerge(subject) ? subject.IndexOf('\'') : -1;
        var close = open < 0 ? -1 : subject[(open + 1)..].IndexOf('\'');
        if (close < 0)
            return default;
        var name = subject.Slice(open + 1, close);
        return name.StartsWith("origin/") ? name[7..] : name;
    }

    private static bool Matches(ReadOnlySpan<char> branch, ReadOnlySpan<char> pattern)
    {
        var star = pattern.IndexOf('*');
        var head = pattern[..star];
        var digits = head.IndexOf("{digits}");
        if (digits >= 0)
        {
            if (!branch.StartsWith(head[..digits]))
                return false;
            var behind = branch[digits..].TrimStart("0123456789");
            if (behind.Length == branch.Length - digits)
                return false;
            branch = behind;
            head = head[(digits + 8)..];
        }

        return branch.StartsWith(head, StringComparison.OrdinalIgnoreCase)
            && Ends(branch[head.Length..], pattern[(star + 1)..], least: digits >= 0 ? 0 : 1);
    }

    private static bool Ends(ReadOnlySpan<char> rest, ReadOnlySpan<char> tail, int least) => tail switch
    {
        "" => rest.Length >= least,
        "-{hex4}" => rest.Length > 5 && rest[^5] is '-' && !rest[^4..].ContainsAnyExcept(Hexadecimal)
            && rest[^4..].ContainsAnyInRange('0', '9'),
        "-{digits15}" => rest.Length - rest.TrimEnd("0123456789").Length >= TaskDigits
            && rest.TrimEnd("0123456789") is [_, .., '-'],
        _ => rest.EndsWith(tail),
    };
}
