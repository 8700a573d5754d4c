using ChangeSentinel.Action.Verbs;

namespace ChangeSentinel.Action.CommandLine;

/// <summary>Every command, in the order help shows them; only the one asked for is made.</summary>
internal static class VerbTable
{
    public static IReadOnlyList<string> Names { get; } =
        ["check", "explain", "provenance", "validate", "services", "init", "schema", "doctor", "action", "version"];

    public static IEnumerable<Verb> All => Names.Select(name => Find(name)!);

    public static Verb? Find(string name) => name switch
    {
        "check" => Check.Verb,
        "explain" => Explain.Verb,
        "provenance" => ShowProvenance.Verb,
        "validate" => Validate.Verb,
        "services" => ShowServices.Verb,
        "init" => Init.Verb,
        "schema" => ShowSchema.Verb,
        "doctor" => ExamineRepository.Verb,
        "action" => RunAction.Verb,
        "version" => ShowVersion.Verb,
        _ => null,
    };
}
