namespace ChangeSentinel.Tests.House;

public static class SourceShapeTests
{
    private const int MostLines = 300;
    private const int MostColumns = 120;

    private static readonly string[] NamesThatSayNothing =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Processor", "Base", "Impl", "Data", "Info"];

    [Fact]
    public static void A_file_is_one_concept_of_at_most_300_lines()
    {
        var tooLong = Sources().Select(file => (file, Lines: File.ReadAllLines(file).Length))
            .Where(found => found.Lines > MostLines)
            .Select(found => $"{Relative(found.file)} has {found.Lines} lines.");

        Assert.Empty(tooLong);
    }

    [Fact]
    public static void A_line_fits_on_a_screen()
    {
        var wide = from file in Sources()
                   from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
                   where line.text.Length > MostColumns && !IsTestCase(file, line.text)
                   select $"{Relative(file)}:{line.number} has {line.text.Length} columns.";

        Assert.Empty(wide);
    }

    [Fact]
    public static void A_file_s_name_says_what_it_is()
    {
        var vague = Sources()
            .Where(file => NamesThatSayNothing.Any(
                name => Path.GetFileNameWithoutExtension(file).EndsWith(name, StringComparison.Ordinal)))
            .Select(Relative);

        Assert.Empty(vague);
    }

    [Fact]
    public static void No_test_sleeps()
    {
        var sleeping = from file in Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", Everywhere)
                       where Path.GetFileName(file) != $"{nameof(SourceShapeTests)}.cs"
                       let text = File.ReadAllText(file)
                       where text.Contains("Thread.Sleep", StringComparison.Ordinal)
                           || text.Contains("Task.Delay", StringComparison.Ordinal)
                       select Relative(file);

        Assert.Empty(sleeping);
    }

    /// <summary>The text of a case stays in one piece, however long it is.</summary>
    private static bool IsTestCase(string file, string line) =>
        Relative(file).StartsWith("tests", StringComparison.Ordinal) && line.Contains('"', StringComparison.Ordinal);

    private static EnumerationOptions Everywhere { get; } = new() { RecurseSubdirectories = true };

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "shared", "action", "tests" }
        from file in Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", Everywhere)
        select file;

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);
}
