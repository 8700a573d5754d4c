using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class AgentsTests
{
    public static TheoryData<string> Names => [.. Agents.All.Select(agent => agent.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_names_its_source_and_bears_a_mark(string name)
    {
        var agent = Row(name);

        Assert.NotEmpty(agent.Source);
        Assert.NotEmpty(agent.Emails.Concat(agent.Logins).Concat(agent.Words).Concat(agent.CommonWords)
            .Concat(agent.SessionKeys).Concat(agent.NameSuffixes));
    }

    [Fact]
    public void No_mark_stands_in_two_rows()
    {
        IReadOnlyList<IEnumerable<string>> kinds =
        [
            Agents.All.SelectMany(agent => agent.Emails.Concat(agent.Hearsay)),
            Agents.All.SelectMany(agent => agent.Logins),
            Agents.All.SelectMany(agent => agent.Ids).Select(id => $"{id}"),
            Agents.All.SelectMany(agent => agent.Words.Concat(agent.CommonWords)),
            Agents.All.SelectMany(agent => agent.SessionKeys.Concat(agent.Links)),
            Agents.All.Select(agent => agent.Name),
        ];

        Assert.All(kinds, kind => Assert.Distinct(kind, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_agents_own_address_as_author_is_the_agents_work(string name)
    {
        var agent = Row(name);

        foreach (var email in agent.Emails)
        {
            var provenance = Detect.OfCommit(Given.Commit("Work", Given.Named("Any Name", email)), []);

            Assert.Equal(ProvenanceVerdict.Agent, provenance.Verdict);
            Assert.Equal(name, provenance.Signals[0].Tool);
            Assert.Equal(SignalStrength.Certain, provenance.Signals[0].Strength);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_agents_account_is_known_by_login_and_by_id(string name)
    {
        var agent = Row(name);
        var logins = agent.Logins.Select(login => Given.Named("Any Name", $"5+{login}@users.noreply.github.com"));
        var ids = agent.Ids.Select(id => Given.Named("Any Name", $"{id}+renamed@users.noreply.github.com"));
        var expected = agent.SuggestsOnly ? ProvenanceVerdict.Assisted : ProvenanceVerdict.Agent;

        foreach (var person in logins.Concat(ids))
        {
            var provenance = Detect.OfCommit(Given.Commit("Work", person), []);

            Assert.Equal(expected, provenance.Verdict);
            Assert.Equal(name, provenance.Signals[0].Tool);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_agents_session_in_a_trailer_or_link_is_assistance(string name)
    {
        var agent = Row(name);
        var trailers = agent.SessionKeys.Select(key => $"{key}: 0a1b2c3d4e5f");
        var links = agent.Links.Select(link => $"see https://{link}0a1b2c3d4e5f for how");

        foreach (var line in trailers.Concat(links))
        {
            var provenance = Given.Of("Subject\n\n" + line);

            Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
            Assert.Contains(provenance.Signals, signal => signal.Tool == name && signal.Kind is SignalKind.Session);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_agents_word_in_a_disclosure_names_it(string name)
    {
        foreach (var word in Row(name).Words.Concat(Row(name).CommonWords))
        {
            var provenance = Given.Of($"Subject\n\nAssisted-by: {word}");

            Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
            Assert.Equal(name, provenance.Signals[0].Tool);
        }
    }

    [Theory]
    [InlineData("copilot-swe-agent", AccountKind.Bot)]
    [InlineData("copilot-swe-agent[bot]", AccountKind.Bot)]
    [InlineData("Copilot", AccountKind.Bot)]
    [InlineData("devin-ai-integration", AccountKind.Bot)]
    public void An_app_is_known_under_both_spellings_of_its_login(string login, AccountKind kind)
    {
        Assert.True(Agents.IsAgentAccount(new() { Login = login, Kind = kind }));
        Assert.False(Agents.IsAutomation(new() { Login = login, Kind = kind }));
    }

    [Theory]
    [InlineData("claude", 81847L)]
    [InlineData("devin", 501L)]
    [InlineData("jules", 502L)]
    [InlineData("cursor", 503L)]
    public void A_persons_login_that_is_an_agents_name_is_a_persons(string login, long id)
    {
        var person = new Person
        {
            Login = login,
            Id = id,
            Name = login,
            Kind = AccountKind.User,
            Email = $"{id}+{login}@users.noreply.github.com",
        };

        Assert.False(Agents.IsAgentAccount(person));
        Assert.Equal(ProvenanceVerdict.None, Detect.OfCommit(Given.Commit("Work", person), []).Verdict);
        Assert.Equal(ProvenanceVerdict.None, Given.Of(Given.Change(opener: person)).Verdict);
    }

    [Theory]
    [InlineData("dependabot[bot]")]
    [InlineData("renovate[bot]")]
    [InlineData("github-actions[bot]")]
    [InlineData("pre-commit-ci[bot]")]
    [InlineData("dotnet-maestro[bot]")]
    [InlineData("web-flow")]
    [InlineData("copilot-pull-request-reviewer[bot]")]
    [InlineData("coderabbitai[bot]")]
    public void Bots_of_dependencies_builds_and_reviews_are_automation_and_no_agents(string login)
    {
        var bot = new Person { Login = login, Kind = AccountKind.Bot };
        var recorded = Given.Named("bot", $"9+{login}@users.noreply.github.com");

        Assert.True(Agents.IsAutomation(bot));
        Assert.True(Agents.IsAutomation(recorded));
        Assert.False(Agents.IsAgentAccount(bot));
        Assert.NotEqual(ProvenanceVerdict.Agent, Given.Of(Given.Change(opener: bot)).Verdict);
    }

    private static Agent Row(string name) => Agents.All.Single(agent => agent.Name == name);
}
