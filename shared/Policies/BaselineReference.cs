namespace ChangeSentinel.Policies;

/// <summary>Where a policy's baseline stands, as `extends` names it.</summary>
public abstract record BaselineReference
{
    private const int Longest = 400;

    private BaselineReference()
    {
    }

    /// <param name="Path">Relative to the repository's root.</param>
    public sealed record Local(string Path) : BaselineReference;

    /// <param name="Repository">`owner/name`.</param>
    /// <param name="Ref">A branch, tag or commit.</param>
    public sealed record Remote(string Repository, string Path, string Ref) : BaselineReference;

    /// <summary>Reads `./path` or `owner/name//path@ref`; null where it is neither.</summary>
    public static BaselineReference? Parse(string text)
    {
        if (text.Length > Longest)
            return null;
        if (text.StartsWith("./", StringComparison.Ordinal))
            return IsPath(text[2..]) ? new Local(text[2..]) : null;
        var middle = text.IndexOf("//", StringComparison.Ordinal);
        var at = text.LastIndexOf('@');
        if (middle < 0 || at < middle || text.AsSpan(0, middle).Count('/') != 1)
            return null;
        var (repository, path, reference) = (text[..middle], text[(middle + 2)..at], text[(at + 1)..]);
        return repository.Split('/').All(IsName) && IsPath(path) && IsReference(reference)
            ? new Remote(repository, path, reference)
            : null;
    }

    private static bool IsName(string part) =>
        part is not ("" or "." or "..") &&
        part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsPath(string path) =>
        path.Split('/').All(part => part is not ("" or "." or "..")) && !path.AsSpan().ContainsAny('\\', ':');

    private static bool IsReference(string reference) =>
        reference.Length > 0 &&
        reference.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');
}
