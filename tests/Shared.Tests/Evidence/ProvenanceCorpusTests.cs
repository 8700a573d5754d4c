using System.Globalization;
using System.Text.Json;
using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;
using ChangeSentinel.Tests.House;
using Xunit.Abstractions;

namespace ChangeSentinel.Tests.Evidence;

public class ProvenanceCorpusTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void Explicit_marks_are_found_in_labelled_commits_and_people_are_left_alone()
    {
        var rows = Read("provenance/dev.jsonl").Where(row => !Flag(row, "ambiguous")).ToList();

        var judged = rows.Select(row => (Row: row, Found: Detect.OfCommit(CommitOf(row), []))).ToList();
        var positive = judged.Where(item => item.Found.Verdict >= ProvenanceVerdict.Assisted).ToList();
        var explicitly = judged
            .Where(item => IsAi(item.Row) && Text(item.Row, "class") != "prose-disclosure").ToList();
        var prose = judged.Where(item => Text(item.Row, "class") == "prose-disclosure").ToList();
        var right = positive.Count(item => IsAi(item.Row));
        var precision = (double)right / positive.Count;
        var recall = Share(explicitly);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows.Count} rows; precision {precision:0.0000} ({right} of {positive.Count}); recall on explicit marks "
            + $"{recall:0.0000} of {explicitly.Count}; on prose {Share(prose):0.00} of {prose.Count}"));
        foreach (var (row, found) in judged.Where(item =>
            IsAi(item.Row) != (item.Found.Verdict >= ProvenanceVerdict.Assisted)))
            output.WriteLine($"{Text(row, "label")} but {found.Verdict}: {Text(row, "repo")} {Text(row, "sha")} "
                + $"{Text(row, "class")} {string.Join("; ", found.Signals)}");

        Assert.True(precision >= 0.995, $"precision is {precision}");
        Assert.True(recall >= 0.98, $"recall on explicit marks is {recall}");
    }

    [CorpusFact]
    public void Authorship_notes_count_only_where_they_ascribe_lines_to_an_agent()
    {
        var rows = Read("provenance/gitai_notes.jsonl").ToList();

        var judged = rows.Select(row => (Row: row, Found: Detect.InCommit(NoteOf(row), []))).ToList();
        var marked = judged.Where(item => item.Found.Count > 0).ToList();
        var whole = judged.Where(item => Flag(item.Row, "ai_lines") && !Flag(item.Row, "truncated")).ToList();
        output.WriteLine($"{rows.Count} notes, {rows.Count(row => Flag(row, "ai_lines"))} with AI lines "
            + $"({whole.Count} of them whole); {marked.Count} give a signal, "
            + $"{whole.Count(item => item.Found.Count > 0)} of the whole ones");
        foreach (var (row, found) in whole.Where(item => item.Found.Count == 0))
            output.WriteLine($"missed: {Text(row, "sha")}");

        Assert.All(judged.Where(item => !Flag(item.Row, "ai_lines")), item => Assert.Empty(item.Found));
        Assert.All(whole, item => Assert.NotEmpty(item.Found));
    }

    private static double Share(List<(JsonElement Row, Provenance Found)> rows) =>
        (double)rows.Count(item => item.Found.Verdict >= ProvenanceVerdict.Assisted) / rows.Count;

    private static IEnumerable<JsonElement> Read(string corpus) =>
        File.ReadLines(Corpora.File(corpus)).Select(line => JsonElement.Parse(line));

    private static Commit CommitOf(JsonElement row) => new()
    {
        Sha = Sha.Parse(Text(row, "sha")),
        Author = new() { Name = Text(row, "author_name"), Email = Text(row, "author_email") },
        Committer = new() { Name = Text(row, "committer_name"), Email = Text(row, "committer_email") },
        Message = Text(row, "message"),
    };

    private static Commit NoteOf(JsonElement row) => new()
    {
        Sha = Sha.Parse(Text(row, "sha")),
        Author = new() { Name = "Somebody", Email = "somebody@example.org" },
        Committer = new() { Name = "Somebody", Email = "somebody@example.org" },
        Message = "Work",
        AuthorshipNote = Text(row, "note"),
    };

    private static bool IsAi(JsonElement row) => Text(row, "label") == "ai";

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static bool Flag(JsonElement row, string name) => row.GetProperty(name).GetBoolean();
}
