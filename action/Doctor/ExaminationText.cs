using System.Text;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Doctor;

/// <summary>An examination as people read it: a line for each finding, and beneath it what to do.</summary>
internal static class ExaminationText
{
    private const int HealthColumns = 12;
    private const int TopicColumns = 12;
    private const int MaxColumns = 100;

    public static string Of(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(Columns.Fill(Word(finding.Health), HealthColumns))
                .Append(Columns.Fill(finding.Topic, TopicColumns));
            Wrap(text, finding.Text);
            if (finding.Advice is { } advice)
            {
                text.Append(' ', HealthColumns + TopicColumns);
                Wrap(text, advice);
            }
        }

        return text.Append('\n').Append(Summary(findings)).Append('\n').ToString();
    }

    private static void Wrap(StringBuilder text, string sentence) => text.AppendJoin(
        "\n" + new string(' ', HealthColumns + TopicColumns),
        WrapText.At(VisibleText.Of(sentence), MaxColumns - HealthColumns - TopicColumns)).Append('\n');

    private static string Summary(IReadOnlyList<Finding> findings)
    {
        var fine = findings.Count(finding => finding.Health is Health.Fine);
        var unseen = findings.Count(finding => finding.Health is Health.Unseen);
        return $"{fine} ok, {findings.Count - fine - unseen} to fix, {unseen} that this token cannot see.";
    }

    private static string Word(Health health) => health switch
    {
        Health.Fine => "ok",
        Health.ToFix => "fix",
        Health.Unseen => "cannot see",
    };
}
