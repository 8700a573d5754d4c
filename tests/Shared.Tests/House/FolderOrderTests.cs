using System.Text.RegularExpressions;

namespace ChangeSentinel.Tests.House;

public static partial class FolderOrderTests
{
    /// <summary>Each folder may use those to its left and itself; folders of one entry do not use each other.</summary>
    private static readonly string[][] Order =
    [
        ["Changes", "Paths"],
        ["Yaml"],
        ["Evidence"],
        ["Services"],
        ["Risks"],
        ["Approvals"],
        ["Policies"],
        ["Commands"],
        ["Assessments"],
        ["Decisions"],
        ["Ledger"],
        ["Reports"],
        ["Effects"],
        ["GitHub", "Git"],
    ];

    [Fact]
    public static void Every_folder_of_shared_has_a_place_in_the_order()
    {
        var known = Order.SelectMany(entry => entry).ToHashSet(StringComparer.Ordinal);

        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "shared"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));

        Assert.All(folders, name => Assert.Contains(name, known));
    }

    [Fact]
    public static void A_file_uses_only_folders_to_its_left()
    {
        var faults = new List<string>();

        foreach (var (folder, file, text) in Sources())
        {
            foreach (var used in Uses(text).Where(used => !MayUse(folder, used)))
                faults.Add($"{folder}/{file} uses {used}, which is not to its left.");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public static void A_file_s_namespace_is_its_folder()
    {
        foreach (var (folder, file, text) in Sources())
            Assert.True(
                text.Contains($"\nnamespace ChangeSentinel.{folder};", StringComparison.Ordinal) ||
                text.StartsWith($"namespace ChangeSentinel.{folder};", StringComparison.Ordinal),
                $"{folder}/{file} must declare 'namespace ChangeSentinel.{folder};'.");
    }

    [Theory]
    [InlineData("action", "shared")]
    public static void A_program_refers_to_shared_alone(string program, string library)
    {
        var project = File.ReadAllText(
            Directory.GetFiles(Path.Combine(Repository.Root, program), "*.csproj").Single());

        var references = ProjectReference.Matches(project).Select(match => match.Groups["path"].Value);

        Assert.All(references, reference => Assert.StartsWith($"../{library}/", reference, StringComparison.Ordinal));
    }

    private static bool MayUse(string folder, string used) =>
        used == folder || Array.FindIndex(Order, entry => entry.Contains(used))
            < Array.FindIndex(Order, entry => entry.Contains(folder));

    private static IEnumerable<string> Uses(string text) =>
        UsedFolder.Matches(text).Select(match => match.Groups["folder"].Value)
            .Where(name => Order.Any(entry => entry.Contains(name)))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Folder, string File, string Text)> Sources() =>
        from folder in Directory.GetDirectories(Path.Combine(Repository.Root, "shared"))
        let name = Path.GetFileName(folder)
        where name is not ("bin" or "obj")
        from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        select (name, Path.GetFileName(file), File.ReadAllText(file));

    [GeneratedRegex(@"ChangeSentinel\.(?<folder>\w+)")]
    private static partial Regex UsedFolder { get; }

    [GeneratedRegex("ProjectReference Include=\"(?<path>[^\"]+)\"")]
    private static partial Regex ProjectReference { get; }
}
