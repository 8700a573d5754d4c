using System.Security.Cryptography;
using System.Text;
using ChangeSentinel.Paths;
using ChangeSentinel.Policies;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Effects;

/// <summary>
/// The name of the check of changes into one base. Every base has its own, so that green on a lax branch never
/// unlocks a guarded one.
/// </summary>
public static class CheckName
{
    /// <summary>The default branch's, and of bases that `check_names` maps to it.</summary>
    public const string Plain = "changesentinel";

    private const int Longest = 100;
    private const int DigestDigits = 16;

    /// <param name="naming">The default branch's own policy, never another base's
    /// (<see cref="Gathered.Naming"/>).</param>
    /// <param name="defaultBranch">Null where it isn't known: then no base is taken for it.</param>
    public static string For(Policy? naming, string baseBranch, string? defaultBranch)
    {
        if (Mapped(naming, baseBranch) is { } mapped)
            return mapped;
        if (baseBranch == defaultBranch)
            return Plain;

        var own = $"{Plain} ({baseBranch})";
        return own.Length <= Longest && VisibleText.Of(own) == own ? own : Digested(baseBranch);
    }

    /// <summary>A base that is written out beats one with `*`, and the longer pattern the shorter.</summary>
    private static string? Mapped(Policy? naming, string baseBranch) => naming?.CheckNames
        .SelectMany(entry => entry.Value, (entry, pattern) => (Name: entry.Key, Pattern: pattern))
        .Where(each => Matches(each.Pattern, baseBranch))
        .OrderByDescending(each => each.Pattern == baseBranch)
        .ThenByDescending(each => each.Pattern.Length)
        .ThenBy(each => each.Name, StringComparer.Ordinal)
        .Select(each => each.Name)
        .FirstOrDefault();

    /// <summary>`*` is any part of a name between two slashes, as in a ruleset's branch patterns.</summary>
    private static bool Matches(string pattern, string branch)
    {
        var (wanted, given) = (pattern.Split('/'), branch.Split('/'));
        return wanted.Length == given.Length
            && wanted.Zip(given).All(pair =>
                new SegmentPattern(pair.First.Replace('*', SegmentPattern.Star)).Matches(pair.Second, out _));
    }

    /// <summary>
    /// For a base whose name is too long or not visible: what can be shown of it, and a digest. It ends in no
    /// bracket, so no other base's name is the same.
    /// </summary>
    private static string Digested(string baseBranch)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(baseBranch)))[..DigestDigits];
        var room = Longest - Plain.Length - DigestDigits - " () ".Length;
        return $"{Plain} ({CutText.At(VisibleText.Of(baseBranch), room)}) {digest}";
    }
}
