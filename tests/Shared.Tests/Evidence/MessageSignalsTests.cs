using ChangeSentinel.Evidence;

namespace ChangeSentinel.Tests.Evidence;

public class MessageSignalsTests
{
    [Theory]
    [InlineData("🤖 Generated with [Claude Code](https://claude.ai/code)", "Claude Code")]
    [InlineData("🤖 Generated with [Claude Code](https://claude.com/claude-code)", "Claude Code")]
    [InlineData("Generated with Claude Code", "Claude Code")]
    [InlineData("💘 Generated with Crush", "Crush")]
    [InlineData("🐘 Generated with Crush", "Crush")]
    [InlineData("Made with Cursor", "Cursor")]
    [InlineData("Made with [Cursor](https://cursor.com)", "Cursor")]
    [InlineData("🤖 Assisted by Claude Code", "Claude Code")]
    [InlineData("🤖 Generated with [Cline](https://docs.cline.bot)", "Cline")]
    [InlineData("🤖 Generated with Codebuff", "Codebuff")]
    [InlineData("Generated with the help of ChatGPT", "ChatGPT")]
    [InlineData("Pull Request opened by [Augment Code](https://www.augmentcode.com/)", "Augment")]
    [InlineData("Co-authored by Copilot", "GitHub Copilot")]
    public void A_line_an_agent_signs_with_is_a_footer(string line, string tool)
    {
        var signal = Given.Of("Subject\n\nBody.\n\n" + line).Signals[0];

        Assert.Equal((tool, SignalKind.Footer, line), (signal.Tool, signal.Kind, signal.Quote));
    }

    [Theory]
    [InlineData("https://claude.ai/code/session_01ABCDEFGHIJ", "Claude Code")]
    [InlineData("see [the run](https://app.devin.ai/sessions/0123456789abcdef)", "Devin")]
    [InlineData("Thread: https://ampcode.com/threads/T-0123-4567-89ab", "Amp")]
    [InlineData("https://chatgpt.com/codex/tasks/task_e_0123456789", "OpenAI Codex")]
    [InlineData("https://cursor.com/agents/bc-0123-4567", "Cursor")]
    [InlineData("https://jules.google.com/task/1234567890", "Jules")]
    public void A_link_to_a_session_is_a_mark(string line, string tool)
    {
        var signal = Assert.Single(Given.Of("Subject\n\n" + line).Signals);

        Assert.Equal((tool, SignalKind.Session), (signal.Tool, signal.Kind));
    }

    [Theory]
    [InlineData("Strip `https://claude.ai/code/session_01ABCDEFGHIJ` from messages")]
    [InlineData("Links begin with https://claude.ai/code/session_")]
    [InlineData("Read https://claude.ai/code first")]
    public void A_link_that_is_only_spoken_of_is_no_mark(string line) =>
        Assert.Equal(Provenance.Nothing, Given.Of("Subject\n\n" + line));

    [Theory]
    [InlineData("Tests written by Claude Code (Opus)")]
    [InlineData("I had gemini write this.")]
    [InlineData("We asked Codex to port the module.")]
    [InlineData("I used Claude to write the parser.")]
    [InlineData("This patch was mostly written\nwith the help of ChatGPT.")]
    [InlineData("Written with AI assistance.")]
    [InlineData("Full AI use.")]
    [InlineData("Heavily AI-guided.")]
    [InlineData("This is a vibe-coded change.")]
    [InlineData("AI was used to write the tests.")]
    [InlineData("* Codex (GPT-5.6 Sol High) fixed the remaining errors")]
    [InlineData("This commit was AI-generated.")]
    public void A_sentence_that_says_ai_wrote_it_is_a_weak_mark(string body)
    {
        var signal = Assert.Single(Given.Of("Subject\n\n" + body).Signals);

        Assert.Equal((SignalKind.Prose, SignalStrength.Weak), (signal.Kind, signal.Strength));
    }

    [Fact]
    public void A_subject_that_tells_of_asking_an_agent_is_a_mark()
    {
        Assert.Equal(ProvenanceVerdict.Assisted, Given.Of("Ask Claude to split the handler").Verdict);
        Assert.Equal(ProvenanceVerdict.None, Given.Of("Ask Claude to review the handler").Verdict);
    }

    [Theory]
    [InlineData("AI disclosure: Claude Code wrote the first draft.", ProvenanceVerdict.Assisted)]
    [InlineData("AI usage: some of the tests", ProvenanceVerdict.Assisted)]
    [InlineData("## LLM Notes\n\nMostly done by a model, read by me.", ProvenanceVerdict.Assisted)]
    [InlineData("### AI Disclosure\nOpus for the tests.", ProvenanceVerdict.Assisted)]
    [InlineData("**AI Disclosure**\n\nOpus for the tests.", ProvenanceVerdict.Assisted)]
    [InlineData("AI disclosure: no AI, except that Claude wrote the tests", ProvenanceVerdict.Assisted)]
    [InlineData("AI disclosure: none", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("### AI Disclosure\n\nNo AI tools were used.", ProvenanceVerdict.DeclaredHuman)]
    [InlineData("AI disclosure: I used it only to find the bug", ProvenanceVerdict.None)]
    [InlineData("AI disclosure:", ProvenanceVerdict.None)]
    [InlineData("## AI Disclosure\n\n## Next", ProvenanceVerdict.None)]
    [InlineData("AI disclosure: <describe how>", ProvenanceVerdict.None)]
    [InlineData("## AI Disclosure\n\nPlease describe how AI was used.", ProvenanceVerdict.None)]
    public void A_disclosure_in_free_words_is_read_as_a_whole(string body, ProvenanceVerdict verdict) =>
        Assert.Equal(verdict, Given.Of("Subject\n\n" + body).Verdict);

    [Theory]
    [InlineData("aider: Add a cache", ProvenanceVerdict.Assisted)]
    [InlineData("aider: 0.80.0 -> 0.81.0", ProvenanceVerdict.None)]
    [InlineData("aider-chat: init at 0.80.0", ProvenanceVerdict.None)]
    public void Aiders_prefix_counts_where_no_package_is_bumped(string subject, ProvenanceVerdict verdict) =>
        Assert.Equal(verdict, Given.Of(subject).Verdict);
}
