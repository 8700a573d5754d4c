using ChangeSentinel.Changes;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Policies;

/// <summary>
/// Finds the baseline a policy names, so that it can be fetched before the policy is parsed.
/// </summary>
public static class ReadExtends
{
    /// <summary>
    /// As written; null where the policy has none or can't be read, which parsing will say.
    /// </summary>
    public static string? In(SourceFile policy) =>
        policy.Text.Contains("extends", StringComparison.Ordinal) &&
        YamlText.Read(policy).Root is YamlNode.Mapping root &&
        root.Find("extends") is YamlNode.Scalar { Kind: YamlScalarKind.Text, Text: var text }
            ? text
            : null;
}
