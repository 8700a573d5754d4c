namespace ChangeSentinel.Action.Verbs;

/// <summary>Writes one row a path; people and programs read different rows.</summary>
internal interface IExplanationWriter
{
    void Write(string path);

    /// <summary>Hands over what was written, where it is more than so many bytes.</summary>
    void WriteTo(Stream output, int ifMoreThan = 0);
}
