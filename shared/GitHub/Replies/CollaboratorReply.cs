namespace ChangeSentinel.GitHub;

/// <summary>Somebody who may do something in a repository.</summary>
internal sealed record CollaboratorReply(long? Id = null, string? Login = null, string? Type = null)
{
    public PermissionsReply? Permissions { get; init; }

    /// <summary>read, triage, write, maintain, admin or a role of the organisation.</summary>
    public string? RoleName { get; init; }
}

/// <summary>What a collaborator may do; a higher right includes every lower one.</summary>
internal sealed record PermissionsReply(
    bool Pull = false, bool Triage = false, bool Push = false, bool Maintain = false, bool Admin = false);
