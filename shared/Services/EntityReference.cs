namespace ChangeSentinel.Services;

/// <summary>
/// A Backstage entity by kind, namespace and name, all in lower case: Backstage compares them so.
/// </summary>
/// <remarks>https://backstage.io/docs/features/software-catalog/references</remarks>
internal readonly record struct EntityReference(string Kind, string Namespace, string Name)
{
    public const string DefaultNamespace = "default";

    /// <summary>`[kind:][namespace/]name`, what is left out taken from where the reference stands.</summary>
    public static EntityReference Parse(string text, string kind, string inNamespace)
    {
        text = text.Trim().ToLowerInvariant();
        if (text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
            (kind, text) = (text[..colon], text[(colon + 1)..]);
        if (text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
            (inNamespace, text) = (text[..slash], text[(slash + 1)..]);
        return new(kind, inNamespace, text);
    }

    /// <summary>The shortest form that is unambiguous: `ledger`, `api:orders`, `resource:shop/db`.</summary>
    public override string ToString() =>
        (Kind == "component" ? "" : $"{Kind}:") +
        (Namespace == DefaultNamespace ? "" : $"{Namespace}/") +
        Name;
}
