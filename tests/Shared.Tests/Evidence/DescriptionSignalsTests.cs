using ChangeSentinel.Changes;
using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class DescriptionSignalsTests
{
    [Theory]
    [InlineData("<!-- START COPILOT CODING AGENT SUFFIX -->", "GitHub Copilot")]
    [InlineData("<!-- START COPILOT CODING AGENT TIPS -->", "GitHub Copilot")]
    [InlineData("<!-- START COPILOT ORIGINAL PROMPT -->", "GitHub Copilot")]
    [InlineData("<!-- CURSOR_AGENT_PR_BODY_BEGIN -->", "Cursor")]
    [InlineData("<!-- ccr-projects-attribution -->", "Claude Code")]
    [InlineData("Link to Devin run: https://app.devin.ai/sessions/0123456789abcdef", "Devin")]
    [InlineData("*PR created automatically by Jules for task [1](https://jules.google.com/task/1) started by @ada*",
        "Jules")]
    [InlineData("Pull Request opened by [Augment Code](https://www.augmentcode.com/)", "Augment")]
    [InlineData("🤖 Generated with [Claude Code](https://claude.com/claude-code)", "Claude Code")]
    [InlineData("[Codex Task](https://chatgpt.com/codex/tasks/task_e_0123456789)", "OpenAI Codex")]
    public void What_a_vendors_agent_writes_into_a_description_is_a_mark(string line, string tool)
    {
        var provenance = Given.Of(Given.Change("Sums once.\n\n" + line));

        Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
        Assert.Equal((tool, "description"), (provenance.Signals[0].Tool, provenance.Signals[0].Where));
    }

    [Theory]
    [InlineData("- [x] AI-assisted", ProvenanceVerdict.Assisted)]
    [InlineData("- [X] AI generated some code", ProvenanceVerdict.Assisted)]
    [InlineData("* [x] This PR was created or modified with the assistance of an AI", ProvenanceVerdict.Assisted)]
    [InlineData("- [x] I **did** use AI-assistance tools", ProvenanceVerdict.Assisted)]
    [InlineData("1. [x] Copilot helped with this change", ProvenanceVerdict.Assisted)]
    [InlineData("- [x] Not AI-assisted", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("- [x] No AI tools were used for this contribution", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("- [x] I did **not** use any AI-assistance tools", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("- [x] This PR was created entirely by a human", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("- [x] AI-assisted\n- [x] Not AI-assisted", ProvenanceVerdict.Assisted)]
    [InlineData("- [ ] AI-assisted\n- [ ] Not AI-assisted", ProvenanceVerdict.None)]
    [InlineData("- [x] I have read the AI policy", ProvenanceVerdict.None)]
    [InlineData("- [x] If I used AI, I have disclosed it", ProvenanceVerdict.None)]
    [InlineData("- [x] I have not used AI without disclosing it", ProvenanceVerdict.None)]
    [InlineData("- [x] Any AI-generated code has been reviewed", ProvenanceVerdict.None)]
    [InlineData("- [x] Tests added", ProvenanceVerdict.None)]
    [InlineData("```\n- [x] AI-assisted\n```", ProvenanceVerdict.None)]
    [InlineData("<!--\n- [x] AI-assisted\n-->", ProvenanceVerdict.None)]
    [InlineData("<!-- AI disclosure: say how AI was used -->", ProvenanceVerdict.None)]
    [InlineData("## AI Disclosure\n<!-- say whether AI was used -->\n- [ ] AI generated some code", ProvenanceVerdict.None)]
    public void Only_ticked_boxes_that_speak_of_this_change_declare(string description, ProvenanceVerdict verdict) =>
        Assert.Equal(verdict, Given.Of(Given.Change(description)).Verdict);

    [Fact]
    public void Both_boxes_ticked_is_assisted_and_a_contradiction()
    {
        var provenance = Given.Of(Given.Change("- [x] AI-assisted\n- [x] Not AI-assisted"));

        Assert.Equal((ProvenanceVerdict.Assisted, true), (provenance.Verdict, provenance.Contradiction));
    }

    [Theory]
    [InlineData(true, ProvenanceVerdict.Assisted, SignalKind.Declaration)]
    [InlineData(false, ProvenanceVerdict.DeclaredHuman, SignalKind.Negative)]
    public void The_authors_answer_in_a_command_counts(bool answer, ProvenanceVerdict verdict, SignalKind kind)
    {
        var provenance = Given.Of(Given.Change(), answer);

        Assert.Equal(verdict, provenance.Verdict);
        Assert.Equal(kind, Assert.Single(provenance.Signals).Kind);
    }

    [Fact]
    public void A_no_against_a_commits_mark_is_a_contradiction_and_assisted()
    {
        var marked = Given.Commit("Work\n\nCo-authored-by: Claude <noreply@anthropic.com>");
        var change = Given.Change() with { Commits = Known.Fact<IReadOnlyList<Commit>>([marked]) };

        var provenance = Given.Of(change, declared: false);

        Assert.Equal((ProvenanceVerdict.Assisted, true), (provenance.Verdict, provenance.Contradiction));
    }

    [Theory]
    [InlineData(1, ProvenanceVerdict.None)]
    [InlineData(2, ProvenanceVerdict.DeclaredHuman)]
    public void A_commits_no_speaks_for_the_change_only_where_every_commit_says_so(
        int denying, ProvenanceVerdict verdict)
    {
        var commits = Enumerable.Range(0, 2)
            .Select(index => Given.Commit(index < denying ? "Work\n\nAI-assisted: no" : "Work")).ToList();
        var change = Given.Change() with { Commits = Known.Fact<IReadOnlyList<Commit>>(commits) };

        Assert.Equal(verdict, Given.Of(change).Verdict);
    }

    [Theory]
    [InlineData("copilot/fix-3", "GitHub Copilot", SignalStrength.Strong)]
    [InlineData("devin/1741797763-fix-sum", "Devin", SignalStrength.Strong)]
    [InlineData("cursor/fix-the-sum-1a2b", "Cursor", SignalStrength.Strong)]
    [InlineData("cursor/fix-the-sum", "Cursor", SignalStrength.Weak)]
    [InlineData("codex/fix-sum", "OpenAI Codex", SignalStrength.Weak)]
    [InlineData("claude/fix-sum", "Claude Code", SignalStrength.Weak)]
    [InlineData("openhands-fix-issue-12-try2", "OpenHands", SignalStrength.Strong)]
    [InlineData("openhands-fix-issue-12", "OpenHands", SignalStrength.Strong)]
    [InlineData("openhands-workspace-a1", "OpenHands", SignalStrength.Strong)]
    [InlineData("openhands/fix-sum", "OpenHands", SignalStrength.Weak)]
    [InlineData("fix-sum-12345678901234567890", "Jules", SignalStrength.Weak)]
    public void A_branch_an_agent_named_is_a_mark_of_its_strength(string branch, string tool, SignalStrength strength)
    {
        var provenance = Given.Of(Given.Change(branch: branch));

        var signal = Assert.Single(provenance.Signals);
        Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
        Assert.Equal((tool, strength, branch), (signal.Tool, signal.Strength, signal.Quote));
    }

    [Fact]
    public void A_branch_of_a_dependency_bot_is_no_agents()
    {
        var bot = new Person { Login = "renovate[bot]", Kind = AccountKind.Bot };

        Assert.Equal(Provenance.Nothing, Given.Of(Given.Change(branch: "bump-1234567890123456", opener: bot)));
    }
}
