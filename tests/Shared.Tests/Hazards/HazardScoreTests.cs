using Xunit.Abstractions;

namespace ChangeSentinel.Tests.Hazards;

public class HazardScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void On_the_develop_part_hazards_are_found_and_quiet_changes_stay_quiet()
    {
        var score = HazardScore.Of("develop");
        Print(score.Table().Concat(score.Faults()));

        Assert.True(score.Recall >= 0.95, string.Join('\n', score.Table().Concat(score.Faults())));
        Assert.True(score.Precision >= 0.93, string.Join('\n', score.Faults()));
        Assert.True(score.QuietDisturbed <= 0.03, string.Join('\n', score.Faults()));
    }

    /// <summary>The numbers are the message; the bound only says that the scorer and the detectors met.</summary>
    [FinalScoreFact]
    public void The_final_part_is_scored_once_and_printed()
    {
        var score = HazardScore.Of("final");
        Print(score.Table());

        Assert.InRange(score.Recall, 0.5, 1.0);
    }

    private void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            output.WriteLine(line);
    }
}
