using ChangeSentinel.Action.CommandLine;
using CommandLine;

namespace ChangeSentinel.Action.Verbs;

/// <summary>What `sentinel schema` is asked.</summary>
internal sealed class SchemaOptions : IRefusesMore
{
    [Value(0, MetaName = "NAME", Default = "policy",
        HelpText = "policy, decision, explain, provenance or services. Default: policy.")]
    public string Name { get; set; } = "policy";

    [Value(1, Hidden = true)]
    public IEnumerable<string> More { get; set; } = [];
}
