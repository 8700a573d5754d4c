using System.Collections.Frozen;
using System.Globalization;
using ChangeSentinel.Changes;
using ByText = System.Collections.Frozen.FrozenDictionary<string, ChangeSentinel.Evidence.Agent>
    .AlternateLookup<System.ReadOnlySpan<char>>;

namespace ChangeSentinel.Evidence;

/// <summary>Whom a name and an address stand for.</summary>
/// <param name="Own">True where the account is the agent's own.</param>
internal readonly record struct Identity(string Tool, SignalStrength Strength, bool Own);

/// <summary>Recognises agents by account id, login or exact address; a name alone is never enough.</summary>
internal static class Identify
{
    private const string NoReply = "users.noreply.github.com";

    private static readonly ByText Emails =
        Index(Agents.All.SelectMany(agent => agent.Emails.Select(email => (email, agent))));

    private static readonly ByText Hearsay =
        Index(Agents.All.SelectMany(agent => agent.Hearsay.Select(email => (email, agent))));

    private static readonly ByText Domains =
        Index(Agents.All.SelectMany(agent => agent.Domains.Select(domain => (domain, agent))));

    private static readonly ByText Logins =
        Index(Agents.All.SelectMany(agent => agent.Logins.Select(login => (login, agent))));

    private static readonly ByText BotLogins = Index(Agents.All.SelectMany(agent =>
        agent.Logins.Where(login => login.EndsWith("[bot]", StringComparison.Ordinal))
            .Select(login => (WithoutBot(login).ToString(), agent))));

    private static readonly FrozenDictionary<long, Agent> Ids = Agents.All
        .SelectMany(agent => agent.Ids.Select(id => (id, agent)))
        .ToFrozenDictionary(row => row.id, row => row.agent);

    private static readonly (string Suffix, Agent Agent)[] NameSuffixes =
        [.. Agents.All.SelectMany(agent => agent.NameSuffixes.Select(suffix => (suffix, agent)))];

    /// <summary>The agent whose account this is.</summary>
    public static Agent? Account(Person person)
    {
        if (person.Id is { } id && Ids.TryGetValue(id, out var agent))
            return agent;
        if (person.Login is { } login && (Logins.TryGetValue(login, out agent)
            || (person.Kind is AccountKind.Bot && BotLogins.TryGetValue(login, out agent))))
            return agent;
        return person.Email is { } email ? Address(email) : null;
    }

    /// <summary>The agent that alone uses this address.</summary>
    public static Agent? Address(ReadOnlySpan<char> email)
    {
        if (Emails.TryGetValue(email, out var agent))
            return agent;
        var login = NoReplyLogin(email);
        if (login.IsEmpty)
            return null;
        var plus = email.IndexOf('+');
        if (plus > 0
            && long.TryParse(email[..plus], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Ids.TryGetValue(id, out agent))
            return agent;
        return Logins.TryGetValue(login, out agent) ? agent : null;
    }

    /// <summary>Whom git's record of a name and an address stands for; null for everybody else.</summary>
    public static Identity? Named(ReadOnlySpan<char> name, ReadOnlySpan<char> email)
    {
        if (Address(email) is { } agent)
            return agent.SuggestsOnly
                ? new(agent.Name, SignalStrength.Weak, Own: false)
                : new(agent.Name, SignalStrength.Certain, Own: true);
        if (name.IsEmpty)
            return null;
        foreach (var (suffix, owner) in NameSuffixes)
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return new(owner.Name, SignalStrength.Strong, Own: false);
        return ByName(name, email);
    }

    /// <summary>
    /// The login in a no-reply address of the forge, `ID+LOGIN@…` or `LOGIN@…`; empty elsewhere.
    /// </summary>
    public static ReadOnlySpan<char> NoReplyLogin(ReadOnlySpan<char> email)
    {
        var at = email.Length - NoReply.Length - 1;
        if (at <= 0 || email[at] != '@' || !email.EndsWith(NoReply, StringComparison.OrdinalIgnoreCase))
            return default;
        return email[(email[..at].IndexOf('+') + 1)..at];
    }

    public static ReadOnlySpan<char> WithoutBot(ReadOnlySpan<char> login) =>
        login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) ? login[..^5] : login;

    private static Identity? ByName(ReadOnlySpan<char> name, ReadOnlySpan<char> email)
    {
        var phrase = Vocabulary.ReadName(name);
        if (phrase.Kind is NameKind.Other)
            return IsPersonalAgent(name, email) ? new("AI", SignalStrength.Weak, Own: false) : null;

        var at = email.LastIndexOf('@');
        var local = at < 0 ? email : email[..at];
        if (at >= 0 && Domains.TryGetValue(email[(at + 1)..], out _))
            return new(phrase.Tool, SignalStrength.Strong, Own: true);
        if (IsServiceAddress(local))
            return new(phrase.Tool, SignalStrength.Strong, Own: true);
        if (Hearsay.TryGetValue(email, out _))
            return new(phrase.Tool, SignalStrength.Weak, Own: false);
        return phrase.Kind is NameKind.Agent ? new(phrase.Tool, SignalStrength.Weak, Own: false) : null;
    }

    /// <summary>An address that names an agent and says of itself that no person reads it.</summary>
    private static bool IsServiceAddress(ReadOnlySpan<char> local)
    {
        var (service, agent) = (local.StartsWith("no-reply", StringComparison.OrdinalIgnoreCase), false);
        foreach (var word in new Words(local))
        {
            service |= word is "svc" or "service" or "bot" or "agent" or "noreply" or "automation" or "robot";
            agent |= Vocabulary.Kind(word, out _) is WordKind.Agent or WordKind.Common;
        }

        return service && agent;
    }

    /// <summary>Somebody's own agent: it calls itself one in its name and in its address.</summary>
    private static bool IsPersonalAgent(ReadOnlySpan<char> name, ReadOnlySpan<char> email) =>
        name.EndsWith("-agent", StringComparison.OrdinalIgnoreCase)
        && email.StartsWith("agent@", StringComparison.OrdinalIgnoreCase);

    private static ByText Index(IEnumerable<(string Key, Agent Agent)> rows) =>
        rows.ToFrozenDictionary(row => row.Key, row => row.Agent, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
