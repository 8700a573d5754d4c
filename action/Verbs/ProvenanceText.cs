using System.Text;
using ChangeSentinel.Evidence;
using ChangeSentinel.Reports;

namespace ChangeSentinel.Action.Verbs;

/// <summary>A row a commit for people, and its marks below.</summary>
internal sealed class ProvenanceText : IProvenanceWriter
{
    private const int MaxColumns = 100;
    private const int VerdictColumns = 16;
    private const int ShaColumns = 9;

    private readonly StringBuilder text = new();

    public void Write(string sha, string subject, Provenance provenance)
    {
        var id = VisibleText.Of(sha.Length > 7 ? sha[..7] : sha);
        text.Append(Columns.Fill(id, ShaColumns)).Append(Columns.Fill(provenance.Verdict.Name(), VerdictColumns));
        text.Append(Columns.CutEnd(VisibleText.Of(subject), MaxColumns - ShaColumns - VerdictColumns)).Append('\n');
        foreach (var signal in provenance.Signals)
        {
            var mark = $"{signal.Tool}, {signal.Strength.Name()} ({signal.Kind.Name()}): {signal.Quote}";
            text.Append(' ', ShaColumns + VerdictColumns);
            text.Append(Columns.CutEnd(VisibleText.Of(mark), MaxColumns - ShaColumns - VerdictColumns)).Append('\n');
        }
    }

    public void WriteTo(Stream output, int ifMoreThan = 0)
    {
        if (text.Length <= ifMoreThan)
            return;
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }
}
