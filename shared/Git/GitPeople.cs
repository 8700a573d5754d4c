using System.Globalization;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Git;

/// <summary>Who git's names and e-mails stand for.</summary>
public static class GitPeople
{
    private const string NoReply = "@users.noreply.github.com";

    /// <summary>
    /// A person as git recorded them; GitHub's private addresses (`ID+LOGIN@users.noreply.github.com`,
    /// formerly `LOGIN@…`) also say which account it is.
    /// </summary>
    public static Person From(string name, string email)
    {
        var person = new Person
        {
            Name = name.Length > 0 ? name : null,
            Email = email.Length > 0 ? email : null,
        };
        if (!email.EndsWith(NoReply, StringComparison.OrdinalIgnoreCase))
            return person;

        var local = email[..^NoReply.Length];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        var hasId = long.TryParse(
            plus < 0 ? "" : local[..plus], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var login = hasId ? local[(plus + 1)..] : local;
        return IsLogin(login)
            ? person with { Id = hasId ? id : null, Login = login, Kind = KindOf(login) }
            : person;
    }

    /// <summary>The account somebody names on the command line, with or without @.</summary>
    public static Person Account(string login)
    {
        var bare = login.TrimStart('@');
        return new() { Login = bare, Kind = KindOf(bare) };
    }

    /// <summary>
    /// Who committed, each once: they stand for the pushers a local repository does not know. GitHub's own
    /// committer, which stands on every commit made in its web pages, is left out.
    /// </summary>
    public static IReadOnlyList<Person> Pushers(IReadOnlyList<Commit> commits)
    {
        var people = new List<Person>();
        foreach (var committer in commits.Select(commit => commit.Committer).Distinct())
            if (!IsWebFlow(committer) && !people.Exists(committer.IsSameAs))
                people.Add(committer);
        return people;
    }

    private static bool IsWebFlow(Person person) =>
        person is { Name: "GitHub", Email: { } email }
        && email.Equals("noreply@github.com", StringComparison.OrdinalIgnoreCase);

    private static AccountKind KindOf(string login) =>
        login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) ? AccountKind.Bot : AccountKind.Unknown;

    private static bool IsLogin(string text)
    {
        var name = text.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) ? text[..^5] : text;
        return name.Length > 0
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
    }
}
