using ChangeSentinel.Evidence;

namespace ChangeSentinel.Action.Verbs;

/// <summary>Writes one row a commit; people and programs read different rows.</summary>
internal interface IProvenanceWriter
{
    void Write(string sha, string subject, Provenance provenance);

    /// <summary>Hands over what was written, where it is more than so many bytes.</summary>
    void WriteTo(Stream output, int ifMoreThan = 0);
}
