using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel schema` is asked.</summary>
internal sealed class SchemaOptions
{
    [Value(0, MetaName = "NAME", Default = "policy",
        HelpText = "policy, decision, explain, provenance or services. Default: policy.")]
    public string Name { get; set; } = "policy";
}
