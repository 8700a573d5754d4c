using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ChangeSentinel.Action.CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>`sentinel version`: which build this is.</summary>
internal static class ShowVersion
{
    public static Verb Verb => new("version", "Prints the program's version.", Run)
    {
        Usage = "",
        Options = typeof(VersionOptions),
        Examples = [new("sentinel version", "the same as 'sentinel --version'")],
    };

    /// <summary>`0.1.0`, and behind a plus sign the commit it was built from where that is known.</summary>
    public static string Number =>
        typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(VersionOptions))]
    private static Task<ExitCode> Run(VerbCall call)
    {
        _ = ParseOptions.Of<VersionOptions>(call, "version");
        call.Shell.Say($"sentinel {Number}\n");
        return Task.FromResult(ExitCode.Passes);
    }
}
