using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Hazards;

/// <summary>One file of a case's diff.</summary>
/// <param name="OldPath">Its name in the old tree, also where it is new.</param>
/// <param name="Patch">Unknown where its hunks don't hold as many lines as their headers say.</param>
public sealed record CaseFile(string OldPath, string NewPath, Known<Patch> Patch)
{
    private const string Start = "diff --git a/";

    public static IReadOnlyList<CaseFile> Of(HazardCase one) =>
        [.. ("\n" + one.Diff).Split("\n" + Start).Skip(1).Select(From)];

    public bool Changes(ExpectedHazard expected) =>
        (expected.Removed ? OldPath : NewPath) == expected.Path
        && Patch is Known<Patch>.Fact { Value: var patch }
        && patch.Lines.Any(line => expected.Removed
            ? line.Side is LineSide.Removed && line.OldNumber == expected.Line
            : line.Side is LineSide.Added && line.NewNumber == expected.Line);

    private static CaseFile From(string section)
    {
        var name = section[..section.IndexOf('\n', StringComparison.Ordinal)];
        var middle = name.IndexOf(" b/", StringComparison.Ordinal);
        var hunks = section.IndexOf("\n@@ ", StringComparison.Ordinal);
        var patch = hunks < 0
            ? Known.Fact(ChangeSentinel.Changes.Patch.Empty)
            : PatchReader.Read(section.AsSpan(hunks + 1).TrimEnd('\n'));
        return new(name[..middle], name[(middle + 3)..], patch);
    }
}
