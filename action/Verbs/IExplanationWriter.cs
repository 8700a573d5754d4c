namespace ChangeSentinel.Action.Verbs;

/// <summary>Writes one row a path; people and programs read different rows.</summary>
internal interface IExplanationWriter
{
    void Write(string path);

    /// <summary>Hands over what was written.</summary>
    void WriteTo(Stream output);
}
