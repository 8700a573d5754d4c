using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using ChangeSentinel.Reports;
using ChangeSentinel.Yaml;
using global::CommandLine;

namespace ChangeSentinel.Action.CommandLine;

/// <summary>What people read about the commands.</summary>
internal static class Help
{
    private const int Indent = 2;
    private const int MaxColumns = 100;

    /// <param name="verb">Null for the program as a whole.</param>
    /// <param name="shell">Where it is said.</param>
    public static Task<ExitCode> Say(string? verb, Shell shell)
    {
        shell.Say(verb is null ? Program() : Text(Find(verb)));
        return Task.FromResult(ExitCode.Passes);
    }

    public static string Program()
    {
        var text = new StringBuilder(
            """
            Asks somebody who understands the consequences before a change that reaches far ships.

            sentinel COMMAND [options]


            """);
        foreach (var verb in VerbTable.All)
            text.Append(' ', Indent).Append(Columns.Fill(verb.Name, 12)).Append(verb.Summary).Append('\n');
        return text.Append("\n'sentinel COMMAND --help' shows a command's options and examples.\n").ToString();
    }

    public static string Text(Verb verb)
    {
        var text = new StringBuilder($"{verb.Summary}\n\nsentinel {verb.Name} {verb.Usage}".TrimEnd()).Append('\n');
        Table(text, "", [.. Rows(verb.Options)]);
        foreach (var note in verb.Notes)
            text.Append('\n').AppendJoin('\n', WrapText.At(note, MaxColumns)).Append('\n');
        text.Append("\nExamples:\n");
        foreach (var example in verb.Examples)
            text.Append(' ', Indent).Append(example.Line).Append('\n')
                .Append(' ', Indent * 3).Append(example.Meaning).Append('\n');
        return text.ToString();
    }

    private static Verb Find(string name)
    {
        if (VerbTable.Find(name) is { } verb)
            return verb;

        var meant = NearestName.Among(name, VerbTable.Names) is { } near ? $"; did you mean '{near}'?" : "";
        throw new CommandException(
            $"there is no command '{name}'{meant} (commands: {string.Join(", ", VerbTable.Names)})");
    }

    private static void Table(StringBuilder text, string title, IReadOnlyList<(string Word, string Meaning)> rows)
    {
        if (rows.Count == 0)
            return;

        text.Append(title).Append('\n');
        var width = rows.Max(row => row.Word.Length) + 2;
        foreach (var (word, meaning) in rows)
        {
            text.Append(' ', Indent).Append(word.PadRight(width));
            text.AppendJoin(
                "\n" + new string(' ', Indent + width), WrapText.At(meaning, MaxColumns - Indent - width)).Append('\n');
        }
    }

    private static IEnumerable<(string Word, string Meaning)> Rows(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options)
    {
        foreach (var property in options.GetProperties())
            if (property.GetCustomAttribute<ValueAttribute>() is { } value)
            {
                if (!value.Hidden)
                    yield return (value.MetaName, value.HelpText);
            }
            else if (property.GetCustomAttribute<OptionAttribute>() is { } option)
                yield return (Word(option), option.HelpText);
    }

    private static string Word(OptionAttribute option)
    {
        var name = option.LongName.Length == 0 ? "-" + option.ShortName : "--" + option.LongName;
        return string.IsNullOrEmpty(option.MetaValue) ? name : $"{name} {option.MetaValue}";
    }
}
