using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ChangeSentinel.Yaml;
using global::CommandLine;

namespace ChangeSentinel.Action.CommandLine;

/// <summary>Reads the words behind a command into its options.</summary>
internal static class ParseOptions
{
    private const DynamicallyAccessedMemberTypes Read =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicConstructors;

    /// <exception cref="CommandException">An option is unknown, repeated or lacks its value.</exception>
    public static T Of<[DynamicallyAccessedMembers(Read)] T>(VerbCall call, string verb)
    {
        if (WithoutValue(call.Arguments, typeof(T)) is { } option)
            throw new CommandException($"{option} needs a value behind it (see 'sentinel {verb} --help')");

        using var parser = new Parser(settings =>
        {
            settings.HelpWriter = null;
            settings.AutoHelp = false;
            settings.AutoVersion = false;
            settings.EnableDashDash = true;
            settings.CaseSensitive = true;
        });
        return parser.ParseArguments<T>(call.Arguments) switch
        {
            Parsed<T> { Value: IRefusesMore { More: var more } } when more.Any() => throw new CommandException(
                $"'{more.First()}' is one word too many (see 'sentinel {verb} --help')"),
            Parsed<T> parsed => parsed.Value,
            NotParsed<T> { Errors: var errors } => throw new CommandException(
                $"{Message(errors.First(), typeof(T))} (see 'sentinel {verb} --help')"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>One of the values an option may have.</summary>
    /// <exception cref="CommandException">The value is none of them.</exception>
    public static string Choice(string option, string typed, IReadOnlyList<string> allowed)
    {
        if (allowed.Any(value => value == typed))
            return typed;

        var meant = NearestName.Among(typed, allowed) is { } near ? $"; did you mean '{near}'?" : "";
        throw new CommandException($"{option} '{typed}' is none of {string.Join(", ", allowed)}{meant}");
    }

    private static string Message(
        Error error, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options) =>
        error switch
        {
            UnknownOptionError unknown => Unknown(unknown.Token, Names(options)),
            MissingValueOptionError missing => $"--{missing.NameInfo.LongName} needs a value behind it",
            RepeatedOptionError repeated => $"--{repeated.NameInfo.LongName} is given twice",
            BadFormatConversionError bad => $"the value of --{bad.NameInfo.LongName} can't be read",
            NamedError named => $"--{named.NameInfo.LongName} can't be read ({named.Tag})",
            BadFormatTokenError bad => $"'{bad.Token}' can't be read",
            _ => $"the command line can't be read ({error.Tag})",
        };

    /// <summary>An option at the end, or before another, without its value: the parser would pass it over.</summary>
    private static string? WithoutValue(
        IReadOnlyList<string> words,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options)
    {
        var valued = options.GetProperties().Where(property => property.PropertyType == typeof(string))
            .Select(property => property.GetCustomAttribute<OptionAttribute>()?.LongName).OfType<string>()
            .Select(name => "--" + name).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> before = [.. words.TakeWhile(word => word != "--")];
        bool IsLast(int index) => index + 1 == before.Count;
        return before
            .Where((word, index) => valued.Contains(word) && (IsLast(index) || before[index + 1] is ['-', '-', ..]))
            .FirstOrDefault();
    }

    private static string Unknown(string token, IReadOnlyList<string> known)
    {
        var word = token.Length == 1 ? "-" + token : "--" + token;
        var meant = NearestName.Among(token, known) is { } near ? $"; did you mean '--{near}'?" : "";
        return $"there is no option '{word}'{meant}";
    }

    private static IReadOnlyList<string> Names(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options) =>
    [
        .. options.GetProperties().Select(property => property.GetCustomAttribute<OptionAttribute>()?.LongName)
            .OfType<string>().Where(name => name.Length > 0),
    ];
}
