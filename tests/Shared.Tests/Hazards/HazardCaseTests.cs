using System.Diagnostics;
using System.Globalization;
using ChangeSentinel.Changes;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

/// <summary>Checks the labelled set itself; what the detectors make of it is scored elsewhere.</summary>
public static class HazardCaseTests
{
    public static TheoryData<string> Names => [.. HazardCase.All.Select(one => one.ToString())];

    [Fact]
    public static void The_set_holds_at_least_150_cases_of_which_two_in_five_are_quiet()
    {
        var quiet = HazardCase.All.Count(one => one.Expected.Count == 0);

        Assert.True(HazardCase.All.Count >= 150, $"{HazardCase.All.Count} cases");
        Assert.True(quiet * 5 >= HazardCase.All.Count * 2, $"{quiet} of {HazardCase.All.Count} are quiet");
    }

    [Fact]
    public static void Every_third_number_is_final_and_every_number_is_used_once()
    {
        var numbers = HazardCase.All.Select(Number).Order().ToList();

        Assert.Equal(Enumerable.Range(1, HazardCase.All.Count), numbers);
        Assert.All(HazardCase.All, one => Assert.Equal(Number(one) % 3 == 0 ? "final" : "develop", one.Part));
    }

    [Fact]
    public static void No_two_cases_share_a_name_or_a_diff()
    {
        var names = HazardCase.All.Select(one => one.Name[4..]);
        var diffs = HazardCase.All.Select(one => one.Diff);

        Assert.Equal(HazardCase.All.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HazardCase.All.Count, diffs.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public static void Each_kind_is_in_at_least_twelve_cases_and_a_third_of_them_are_final()
    {
        foreach (var kind in HazardNames.All)
        {
            var cases = HazardCase.All.Where(one => one.Expected.Any(hazard => hazard.Kind == kind)).ToList();

            Assert.True(cases.Count >= 12, $"{kind.Name()}: {cases.Count} cases");
            Assert.InRange(cases.Count(one => one.Part == "final") * 3, cases.Count - 2, cases.Count + 2);
        }
    }

    [Fact]
    public static void At_least_half_of_each_part_restates_public_work()
    {
        foreach (var part in HazardCase.All.GroupBy(one => one.Part, StringComparer.Ordinal))
        {
            var open = part.Count(one => one.Source != "own");

            Assert.True(open * 2 >= part.Count(), $"{part.Key}: {open} of {part.Count()}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void A_source_is_own_or_names_one_public_change_or_file(string name)
    {
        var source = Find(name).Source;

        Assert.True(source == "own" || IsPublic(source), source);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Hunks_hold_the_lines_their_headers_promise_and_the_context_git_gives(string name)
    {
        foreach (var file in CaseFile.Of(Find(name)))
        {
            var patch = Assert.IsType<Known<Patch>.Fact>(file.Patch).Value;

            Assert.All(patch.Hunks, hunk => Assert.True(HasContextOfGit(hunk.Lines), file.NewPath));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Every_expectation_points_into_a_changed_line_of_its_side(string name)
    {
        var one = Find(name);
        var files = CaseFile.Of(one);

        Assert.All(one.Expected, expected =>
            Assert.True(files.Any(file => file.Changes(expected)), $"no such changed line: {expected}"));
    }

    [Fact]
    public static void Git_accepts_every_diff()
    {
        var refused = HazardCase.All
            .Select(one => (one, error: Refusal(one)))
            .Where(answer => answer.error.Length > 0);

        Assert.Empty(refused.Select(answer => $"{answer.one}: {answer.error}"));
    }

    [Theory]
    [InlineData("# expect: none\n# source: own\n# why: No diff.\n")]
    [InlineData("# source: own\n# why: No expectation.\ndiff --git a/a b/a\n")]
    [InlineData("# expect: drop-all a.sql:1\n# source: own\n# why: No such kind.\ndiff --git a/a b/a\n")]
    [InlineData("# expect: none\n# source: own\n# source: own\n# why: Two sources.\ndiff --git a/a b/a\n")]
    [InlineData("# expect: none\n# sauce: own\n# why: No such key.\ndiff --git a/a b/a\n")]
    public static void A_malformed_case_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => HazardCase.Parse("001-bad", "develop", text));
    }

    private static HazardCase Find(string name) => HazardCase.All.Single(one => one.ToString() == name);

    private static int Number(HazardCase one) =>
        int.Parse(one.Name.AsSpan(0, 3), CultureInfo.InvariantCulture);

    private static bool IsPublic(string source) =>
        new Uri(source) is { Scheme: "https", Host: "github.com" } address
        && address.AbsolutePath.Split('/') switch
        {
            ["", _, _, "pull", var number] => number.All(char.IsAsciiDigit),
            ["", _, _, "commit", var sha] => IsSha(sha),
            ["", _, _, "blob", var sha, .. { Length: > 0 }] => IsSha(sha),
            _ => false,
        };

    private static bool IsSha(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Three lines before, or fewer where the file begins; three at most behind.</summary>
    private static bool HasContextOfGit(IReadOnlyList<PatchLine> lines)
    {
        var before = lines.TakeWhile(line => line.Side is LineSide.Context).Count();
        var behind = lines.Reverse().TakeWhile(line => line.Side is LineSide.Context).Count();
        var atTop = Math.Max(lines[0].OldNumber, lines[0].NewNumber) == 1;
        return behind <= 3 && (before == 3 || (before < 3 && atTop));
    }

    private static string Refusal(HazardCase one)
    {
        var start = new ProcessStartInfo("git", ["apply", "--numstat", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var git = Process.Start(start)!;
        git.StandardInput.Write(one.Diff);
        git.StandardInput.Close();
        var rows = git.StandardOutput.ReadToEnd();
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 && rows.Length > 0 ? "" : $"exit {git.ExitCode} {error}";
    }
}
