using ChangeSentinel.Approvals;
using ChangeSentinel.Changes;

namespace ChangeSentinel.Tests.Approvals;

public static class PersonMarksTests
{
    public static TheoryData<Person, Person, bool, bool> Pairs() => new()
    {
        // one, other, may be the same, is the same
        { new() { Id = 7, Login = "dana" }, new() { Id = 7, Login = "dana-renamed" }, true, true },
        { new() { Id = 7, Login = "dana" }, new() { Id = 8, Login = "dana" }, true, false },
        { new() { Id = 7, Email = "d@x.example" }, new() { Id = 8, Email = "D@X.example " }, true, false },
        { new() { Login = "Dana" }, new() { Id = 7, Login = "dana" }, true, true },
        { new() { Email = "7+dana@users.noreply.github.com" }, new() { Id = 7 }, true, true },
        { new() { Email = "7+dana@users.noreply.github.com" }, new() { Login = "dana" }, true, true },
        { new() { Email = "dana@users.noreply.github.com" }, new() { Id = 7, Login = "DANA" }, true, true },
        { new() { Email = "7+dana@users.noreply.github.com" }, new() { Id = 8, Login = "erin" }, false, false },
        { new() { Email = "d@x.example" }, new() { Email = "d@x.example" }, true, false },
        { new() { Name = "Dana" }, new() { Name = "Dana" }, false, false },
        { new() { Email = "noreply@github.com" }, new() { Email = "noreply@github.com" }, false, false },
        { new() { Email = "" }, new() { Email = "" }, false, false },
        { new() { Id = 7 }, new() { Login = "dana" }, false, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public static void Any_mark_excludes_and_only_the_account_grants(Person one, Person other, bool may, bool sure)
    {
        Assert.Equal(may, PersonMarks.MayBeSame(one, other));
        Assert.Equal(may, PersonMarks.MayBeSame(other, one));
        Assert.Equal(sure, PersonMarks.IsSame(one, other));
        Assert.Equal(sure, PersonMarks.IsSame(other, one));
    }

    [Fact]
    public static void A_login_beside_GitHub_s_own_e_mail_is_still_somebody() =>
        Assert.False(PersonMarks.IsNobody(new() { Login = "mallory", Email = "noreply@github.com" }));
}
