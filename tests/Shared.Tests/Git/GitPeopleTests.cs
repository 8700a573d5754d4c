using ChangeSentinel.Changes;
using ChangeSentinel.Git;

namespace ChangeSentinel.Tests.Git;

public static class GitPeopleTests
{
    [Theory]
    [InlineData("12345+dana@users.noreply.github.com", 12345L, "dana", AccountKind.Unknown)]
    [InlineData("dana@users.noreply.github.com", null, "dana", AccountKind.Unknown)]
    [InlineData("496+dependabot[bot]@users.noreply.github.com", 496L, "dependabot[bot]", AccountKind.Bot)]
    [InlineData("198982749+Copilot@users.noreply.github.com", 198982749L, "Copilot", AccountKind.Unknown)]
    [InlineData("12345+DANA@USERS.NOREPLY.GITHUB.COM", 12345L, "DANA", AccountKind.Unknown)]
    [InlineData("dana@example.com", null, null, AccountKind.Unknown)]
    [InlineData("12345+dana@users.noreply.github.com.evil.example", null, null, AccountKind.Unknown)]
    [InlineData("x@evil@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("a+b@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("99999999999999999999+dana@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("-1+dana@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("5+@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("@users.noreply.github.com", null, null, AccountKind.Unknown)]
    [InlineData("dana@users.noreply.replit.com", null, null, AccountKind.Unknown)]
    [InlineData("", null, null, AccountKind.Unknown)]
    public static void Only_GitHubs_private_addresses_say_which_account_it_is(
        string email, long? id, string? login, AccountKind kind)
    {
        var person = GitPeople.From("Dana", email);

        Assert.Equal((id, login, kind), (person.Id, person.Login, person.Kind));
        Assert.Equal(email.Length > 0 ? email : null, person.Email);
    }

    [Fact]
    public static void A_person_named_GitHub_with_another_address_is_a_person()
    {
        var people = GitPeople.Pushers(
            [
                By("GitHub", "mallory@example.com"), By("GitHub", "noreply@github.com"),
                By("Dana", "noreply@github.com"),
            ]);

        Assert.Equal(["mallory@example.com", "noreply@github.com"], people.Select(person => person.Email));
    }

    private static Commit By(string name, string email) => new()
    {
        Sha = default,
        Author = GitPeople.From(name, email),
        Committer = GitPeople.From(name, email),
        Message = "",
    };
}
