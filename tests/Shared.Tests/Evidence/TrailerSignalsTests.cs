using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class TrailerSignalsTests
{
    [Theory]
    [InlineData("Co-Authored-By: Claude <noreply@anthropic.com>", "Claude Code")]
    [InlineData("Co-Authored-By: Claude Opus 4.8 (1M context) <noreply@anthropic.com>", "Claude Code")]
    [InlineData("Co-authored-by: GPT-5.6 <noreply@anthropic.com>", "Claude Code")]
    [InlineData("Co-Authored-By: Claude Opus 4.6", "Claude Code")]
    [InlineData("Co-authored-by: Claude 3.5 Sonnet <claude-3-5-sonnet@anthropic.com>", "Claude Code")]
    [InlineData("Co-authored-by: Claude <svc-tools-claude@corp.example>", "Claude Code")]
    [InlineData("Co-authored-by: claude[bot] <41898282+claude[bot]@users.noreply.github.com>", "Claude Code")]
    [InlineData("Co-authored-by: Cursor", "Cursor")]
    [InlineData("Co-authored-by Cursor", "Cursor")]
    [InlineData("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", "GitHub Copilot")]
    [InlineData("Co-authored-by: GitHub Copilot <someone@corp.example>", "GitHub Copilot")]
    [InlineData("Co-authored-by: aider (gpt-5) <aider@aider.chat>", "aider")]
    [InlineData("Co-authored-by: 💘 Crush <crush@charm.land>", "Crush")]
    [InlineData("CO-AUTHORED-BY: Amp <AMP@ampcode.com>", "Amp")]
    [InlineData("Coauthored-by: opencode <noreply@opencode.ai>", "opencode")]
    [InlineData("Co-Autored-by: Junie <junie@jetbrains.com>", "Junie")]
    [InlineData("Co-developed-by: Codex <noreply@openai.com>", "OpenAI Codex")]
    [InlineData("Co-authored-by: factory-droid[bot] <138933559+renamed@users.noreply.github.com>", "Factory Droid")]
    [InlineData("Co-authored-by: Gemini <noreply@google.com>", "Gemini CLI")]
    [InlineData("Signed-off-by: Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>", "Devin")]
    public void An_agent_as_co_author_is_assistance(string line, string tool) =>
        Gives(line, tool, SignalKind.CoAuthor);

    [Theory]
    [InlineData("Assisted-by: Claude:claude-opus-4-6 sparse coccinelle", "Claude Code")]
    [InlineData("Assisted-by: Codex:GPT-5.4", "OpenAI Codex")]
    [InlineData("Assisted-by: LLM [sparse]", "AI")]
    [InlineData("Assisted-by: OpenCode (Claude Opus 4.5)", "opencode")]
    [InlineData("Assisted-by: OpenCode.ai <Opus 4.6>", "opencode")]
    [InlineData("Assisted-by: opencode (claude-opus-4-6)", "opencode")]
    [InlineData("Assisted-by: Opus 4.7", "Claude")]
    [InlineData("Assisted-by: AI", "AI")]
    [InlineData("Assisted-by: generic LLM chatbot", "AI")]
    [InlineData("Assisted-by: https://example.org/ada/notes#llms", "AI")]
    [InlineData("Assisted-by: AWS Claude Opus 4.5 via Crush <crush@charm.land>", "Crush")]
    [InlineData("Assisted-by: Z.ai: GLM 5.1", "GLM")]
    [InlineData("Assisted-by: Kimi-K2.5", "Kimi")]
    [InlineData("Assisted-by: claude-opus-4-5@20251101", "Claude Code")]
    [InlineData("Assisted-by: Anthropic Claude", "Claude Code")]
    [InlineData("Assisted-by: Google Gemini 2.5 Pro", "Gemini CLI")]
    [InlineData("Assisted-by: opencode/claude", "opencode")]
    [InlineData("Assisted-by: Claude Code, Sonnet 4.5", "Claude Code")]
    [InlineData("Assisted-by: Goose + Sonnet", "Goose")]
    [InlineData("Assisted-by: ramalama with qwen3", "Qwen Code")]
    [InlineData("Agent: Claude Code", "Claude Code")]
    [InlineData("Assisted-by: Crush:auto", "Crush")]
    [InlineData("Assisted-by: Gemini CLI+gemini-2.5-pro", "Gemini CLI")]
    [InlineData("Assisted-by: claude for the tests", "Claude Code")]
    [InlineData("Assisted-by: [Claude Code](https://claude.com/claude-code)", "Claude Code")]
    [InlineData("Assited-by: Claude Code", "Claude Code")]
    [InlineData("Asisted-By: Claude Code", "Claude Code")]
    [InlineData("Assisted by: Claude Opus 4.6", "Claude Code")]
    [InlineData("Unit tests: Assisted-by: Claude Code", "Claude Code")]
    [InlineData("🤖 Assisted-by: Claude Code", "Claude Code")]
    [InlineData("Generated-by: Claude Opus 5 (1M context)", "Claude Code")]
    [InlineData("Generated-by: AI", "AI")]
    [InlineData("Generated-by: cursor-agent/0.42 (model: x; operator: y)", "Cursor")]
    [InlineData("Made-with: Cursor", "Cursor")]
    [InlineData("AI-assisted: yes", "AI")]
    [InlineData("AI-assisted: Codex", "OpenAI Codex")]
    [InlineData("AI-assisted-by: something we host", "AI")]
    [InlineData("AI-Tools: GitLab Duo", "GitLab Duo")]
    [InlineData("AI-tool: Claude", "Claude Code")]
    [InlineData("AI-used-for: code, tests", "AI")]
    [InlineData("ai-authored-by: kiro", "Kiro")]
    [InlineData("Coding-Agent: Claude Code", "Claude Code")]
    [InlineData("Replit-Commit-Author: Agent", "Replit Agent")]
    [InlineData("Replit-Commit-Author: Assistant", "Replit Agent")]
    public void A_disclosure_that_names_an_agent_or_model_counts_in_every_spelling(string line, string tool) =>
        Gives(line, tool, SignalKind.Disclosure);

    [Theory]
    [InlineData("Assisted-by: Bo Example")]
    [InlineData("Assisted-by: Bo Example <bo@example.org>")]
    [InlineData("Assisted-by: Claude Monet")]
    [InlineData("Assisted-by: Devin Example <devin@example.org>")]
    [InlineData("Assisted-by: AGENT_NAME:MODEL_VERSION")]
    [InlineData("Assisted-by: TOOL (MODEL)")]
    [InlineData("Assisted-by: <tool>")]
    [InlineData("Assisted-by:")]
    [InlineData("Generated-by: StageRelease")]
    [InlineData("Patch-generated-by: Coccinelle")]
    [InlineData("The patch was generated by: sed -i s/a/b/")]
    [InlineData("Made-with: love")]
    [InlineData("Reported-by: Codex Security")]
    [InlineData("Found-by: Codex Security")]
    [InlineData("Reviewed-by: Claude <noreply@anthropic.com>")]
    [InlineData("AI-used-for: review, finding the bug")]
    [InlineData("Replit-Commit-Author: Deployment")]
    [InlineData("Claude-Session: none")]
    [InlineData("* agent: fix copilot login")]
    [InlineData("* llm: add gpt-5 to the list")]
    [InlineData("* AI: read models from the file")]
    [InlineData("Signed-off-by: Tim Example <tim@ampcode.com>")]
    [InlineData("Co-authored-by: Jo Example (Anthropic) <jo@anthropic.com>")]
    [InlineData("Co-authored-by: Devin <165725058+devin-example@users.noreply.github.com>")]
    [InlineData("Co-authored-by: arkan <claude@example.net>")]
    public void People_scripts_placeholders_finders_and_reviewers_are_no_marks(string line)
    {
        var provenance = Given.Of("Subject\n\nBody.\n\n" + line);

        Assert.Equal(Provenance.Nothing, provenance);
    }

    [Theory]
    [InlineData("AI-assisted: no")]
    [InlineData("AI-assisted: none")]
    [InlineData("AI-assisted: false")]
    [InlineData("AI-tools: N/A")]
    [InlineData("Assisted-by: none")]
    [InlineData("AI-used-for: nothing")]
    public void An_explicit_no_declares_the_commit_human(string line)
    {
        var provenance = Given.Of("Subject\n\n" + line);

        Assert.Equal(ProvenanceVerdict.DeclaredHuman, provenance.Verdict);
        Assert.Equal(SignalKind.Negative, Assert.Single(provenance.Signals).Kind);
    }

    [Fact]
    public void A_no_beside_a_mark_is_a_contradiction_and_counts_as_assisted()
    {
        var provenance = Given.Of("Subject\n\nAI-assisted: no\nCo-authored-by: Claude <noreply@anthropic.com>");

        Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
        Assert.True(provenance.Contradiction);
    }

    [Fact]
    public void A_quote_is_the_exact_text_with_its_control_characters_cut_at_200()
    {
        var line = "Assisted-by: Claude (\u202e\u0007 " + new string('x', 400);

        var signal = Assert.Single(Given.Of("Subject\n\n" + line).Signals);

        Assert.Equal(line[..200], signal.Quote);
    }

    [Fact]
    public void A_message_full_of_trailers_gives_at_most_100_signals()
    {
        var lines = Enumerable.Range(0, 5_000).Select(number => $"Assisted-by: Claude Opus {number}");

        var provenance = Given.Of("Subject\n\n" + string.Join('\n', lines));

        Assert.Equal(100, provenance.Signals.Count);
    }

    private static void Gives(string line, string tool, SignalKind kind)
    {
        var provenance = Given.Of("Subject\n\nBody.\n\n" + line + "\n\n* another part");

        Assert.Equal(ProvenanceVerdict.Assisted, provenance.Verdict);
        var signal = provenance.Signals[0];
        Assert.Equal(tool, signal.Tool);
        Assert.Contains(signal.Kind, new[] { kind, SignalKind.Footer });
        Assert.Equal("commit 4be1c0d", signal.Where);
        Assert.Equal(line, signal.Quote);
    }
}
