using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;
using ChangeSentinel.Policies;

namespace ChangeSentinel.Decisions;

/// <summary>Finds the exemption that covers a change as a whole.</summary>
internal static class FindExemption
{
    /// <summary>
    /// The first one whose author alone made the change, whose paths cover all of it and whose last day has not
    /// passed; null where none does, and always where the change touches a guarded file.
    /// </summary>
    public static Exemption? For(Hearing hearing)
    {
        var assessment = hearing.Assessment;
        if (assessment.Risk.Paths.Count == 0 || assessment.Risk.Paths.Any(path => path.Guarded))
            return null;
        var today = DateOnly.FromDateTime(hearing.Now.UtcDateTime);
        return assessment.Policy.Exempt.FirstOrDefault(exemption =>
            today <= exemption.Until
            && assessment.Risk.Paths.All(path => exemption.Paths.Any(pattern => pattern.Matches(path.Path)))
            && MadeItAlone(exemption.Author, hearing.Electorate));
    }

    /// <summary>
    /// A commit by anybody else ends the exemption; on a forge an e-mail stands for no account.
    /// </summary>
    private static bool MadeItAlone(string login, Electorate electorate)
    {
        var made = electorate.Contributors.All.Where(each => each is not Contribution.OwnsBot).ToList();
        return made.Count > 0 && made.All(each => Is(each.Person, login, electorate.IsLocal));
    }

    private static bool Is(Person person, string login, bool local) => string.Equals(
        local ? PersonMarks.LoginOf(person) : person.Login, login, StringComparison.OrdinalIgnoreCase);
}
