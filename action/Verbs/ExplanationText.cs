using System.Text;
using ChangeSentinel.Reports;
using ChangeSentinel.Risks;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Aligned rows for people: tier, the line that decides, its pattern, the path, owners and services.</summary>
internal sealed class ExplanationText : IExplanationWriter
{
    private const int MostPattern = 32;
    private const string Gap = "   ";

    private readonly ExplainedPolicy explained;
    private readonly bool all;
    private readonly Ink ink;
    private readonly StringBuilder text = new();
    private readonly (int Tier, int Place, int Pattern) widths = (0, 0, 0);

    public ExplanationText(ExplainedPolicy explained, bool all, Ink ink)
    {
        this.explained = explained;
        this.all = all;
        this.ink = ink;
        foreach (var name in explained.Policy.Tiers.Names)
            widths.Tier = Math.Max(widths.Tier, Columns.Width(VisibleText.Of(name)));
        foreach (var line in explained.Policy.Paths.Lines)
        {
            widths.Place = Math.Max(widths.Place, Columns.Width(Place(line)));
            widths.Pattern = Math.Min(MostPattern, Math.Max(widths.Pattern, Columns.Width(Pattern(line))));
        }
    }

    public void Write(string path)
    {
        var deciding = explained.Deciding(path);
        WriteLine(explained.TierOf(path, deciding), deciding);
        IReadOnlyList<string> rest =
        [
            path,
            .. explained.OwnersOf(path, deciding),
            .. explained.ServicesOf(path).Select(name => $"service {name}"),
        ];
        text.AppendJoin(Gap, rest.Select(VisibleText.Of)).Append('\n');
        if (!all)
            return;

        foreach (var line in explained.All(path).Where(line => line != deciding).Reverse())
        {
            text.Append("  ");
            WriteLine(line.Tier, line);
            text.Append("matches too\n");
        }
    }

    public void WriteTo(Stream output)
    {
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }

    private void WriteLine(Tier tier, PathTier? line)
    {
        var name = Columns.Fill(VisibleText.Of(tier.Name), widths.Tier);
        text.Append(ink.Tier(explained.Policy.Tiers.Top.Rank - tier.Rank, name)).Append(Gap);
        text.Append(Columns.Fill(line is null ? "no line" : Place(line), widths.Place)).Append(Gap);
        var pattern = line is null ? "" : Columns.CutMiddle(Pattern(line), MostPattern);
        text.Append(Columns.Fill(pattern, widths.Pattern)).Append(Gap);
    }

    private static string Place(PathTier line) => VisibleText.Of($"{line.Place.File}:{line.Place.Line}");

    private static string Pattern(PathTier line) => VisibleText.Of(line.Pattern.Text);
}
