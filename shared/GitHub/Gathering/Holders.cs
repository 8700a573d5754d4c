using System.Diagnostics;
using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Finds who holds each repository role.</summary>
internal static class Holders
{
    public const string Advice =
        "the token needs 'metadata: read', and on some servers push access, to see who may write";

    // Each with the right that proves it: a higher role includes every lower one.
    private static readonly (string Role, Func<PermissionsReply, bool> Has)[] Ladder =
    [
        ("read", rights => rights.Pull),
        ("triage", rights => rights.Triage),
        ("write", rights => rights.Push),
        ("maintain", rights => rights.Maintain),
        ("admin", rights => rights.Admin),
    ];

    /// <param name="named">The roles that the policy names: one that nobody holds is known to be empty.</param>
    public static IReadOnlyDictionary<string, Known<IReadOnlyList<Person>>> Of(
        Known<IReadOnlyList<CollaboratorReply>> collaborators, IEnumerable<string> named)
    {
        var roles = Ladder.Select(step => step.Role).Union(named, StringComparer.OrdinalIgnoreCase);
        return collaborators switch
        {
            Known<IReadOnlyList<CollaboratorReply>>.Unknown unknown => roles.ToDictionary(
                role => role,
                _ => (Known<IReadOnlyList<Person>>)new Known<IReadOnlyList<Person>>.Unknown(unknown.Reason),
                StringComparer.OrdinalIgnoreCase),
            Known<IReadOnlyList<CollaboratorReply>>.Fact known => roles
                .Union(known.Value.Select(each => each.RoleName).OfType<string>(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    role => role,
                    role => Known.Fact<IReadOnlyList<Person>>(
                        [.. known.Value.Where(each => Holds(each, role)).Select(ReadPeople.Account)]),
                    StringComparer.OrdinalIgnoreCase),
            _ => throw new UnreachableException(),
        };
    }

    private static bool Holds(CollaboratorReply collaborator, string role)
    {
        var has = Array.Find(Ladder, step => Is(step.Role, role)).Has;
        return Is(collaborator.RoleName, role)
            || (has is not null && collaborator.Permissions is { } rights && has(rights));
    }

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
