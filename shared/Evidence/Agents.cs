using ChangeSentinel.Changes;

namespace ChangeSentinel.Evidence;

/// <summary>The catalogue of coding agents: one row each, so that the next agent is one row more.</summary>
public static class Agents
{
    private const SignalStrength Strong = SignalStrength.Strong;
    private const string Survey = "https://github.com/trinhbentre/aiblame/blob/main/docs/DETECTION.md";

    public static IReadOnlyList<Agent> All { get; } =
    [
        new("Claude Code", "https://code.claude.com/docs/en/settings#attribution-settings; 2,500 commits")
        {
            Emails = ["noreply@anthropic.com", "claude@anthropic.ai"], Domains = ["anthropic.com"],
            Logins = ["claude[bot]"], Ids = [209825114], CommonWords = ["claude"],
            SessionKeys = ["Claude-Session", "Claude-Session-Id", "Claude-Session-Path", "Claude-Sessions-Id",
                "Claude-Workflow", "Turbocommit-Session"],
            Links = ["claude.ai/code/session_", "claude.ai/share/"],
            Descriptions = ["ccr-projects-attribution"], Branches = [new("claude/*")],
        },
        new("GitHub Copilot", "https://github.blog/changelog/2026-03-20-trace-any-copilot-coding-"
            + "agent-commit-to-its-session-logs/; over 1,700 commits")
        {
            Emails = ["copilot@github.com"], Logins = ["Copilot", "copilot-swe-agent[bot]"],
            Ids = [198982749, 223556219], Words = ["copilot"], SessionKeys = ["Agent-Logs-Url"],
            Descriptions = ["<!-- START COPILOT CODING AGENT", "<!-- START COPILOT ORIGINAL PROMPT",
                "Thanks for assigning this issue to me. I'm starting to work on it"],
            Branches = [new("copilot/*", Strong)],
        },
        new("Copilot review suggestion", "624 commits, most of them applied suggestions")
        {
            Logins = ["copilot-pull-request-reviewer[bot]"], Ids = [175728472], SuggestsOnly = true,
        },
        new("Copilot Autofix", "33 commits")
        {
            Logins = ["github-code-quality[bot]"], Ids = [223894421], CommonWords = ["autofix"],
            SuggestsOnly = true,
        },
        new("Cursor", "https://forum.cursor.com/t/allow-disabling-made-with-cursor-commit-trailer/154494")
        {
            Emails = ["cursoragent@cursor.com", "agent@cursor.com"], Domains = ["cursor.com", "cursor.sh"],
            Logins = ["cursor[bot]"], Ids = [206951365], Words = ["cursoragent"], CommonWords = ["cursor"],
            SessionKeys = ["Cursor-Session"],
            Links = ["cursor.com/agents/bc-", "cursor.com/agents?id=bc-",
                "cursor.com/background-agent?bcId=bc-"],
            Descriptions = ["<!-- CURSOR_AGENT_PR_BODY_BEGIN"],
            Branches = [new("cursor/*-{hex4}", Strong), new("cursor/*")],
        },
        new("OpenAI Codex", "https://codex.danielvaughan.com/2026/03/28/codex-cli-commit-attribution/")
        {
            Emails = ["noreply@openai.com", "codex@openai.com"], Hearsay = ["codex@example.com"],
            Domains = ["openai.com"], Logins = ["chatgpt-codex-connector[bot]"], Ids = [199175422],
            Words = ["codex"], SessionKeys = ["Codex-Session", "Codex-Session-Id"],
            Links = ["chatgpt.com/codex/tasks/task_", "chatgpt.com/s/cd_", "chatgpt.com/share/",
                "chat.openai.com/share/"],
            Branches = [new("codex/*")],
        },
        new("Devin", "https://docs.devin.ai/integrations/gh; over 500 commits")
        {
            Emails = ["apk@cognition.ai"], Domains = ["cognition.ai"],
            Logins = ["devin-ai-integration[bot]", "cognition-devin[bot]"], Ids = [158243242],
            CommonWords = ["devin"], SessionKeys = ["Devin-Session", "Devin-Session-Id"],
            Links = ["app.devin.ai/sessions/"],
            Descriptions = ["Link to Devin run", "Link to Devin session"],
            Branches = [new("devin/{digits}-*", Strong)],
        },
        new("Jules", "https://jules.google/docs/changelog/; 88 commits")
        {
            Logins = ["google-labs-jules[bot]"], Ids = [161369871], CommonWords = ["jules"],
            Links = ["jules.google.com/task/", "jules.google.com/session/"],
            Descriptions = ["PR created automatically by Jules"],
            Branches = [new("*-{digits15}")],
        },
        new("Gemini Code Assist", "7 commits, applied suggestions")
        {
            Logins = ["gemini-code-assist[bot]"], Ids = [176961590], SuggestsOnly = true,
        },
        new("Gemini CLI", "https://github.com/google-gemini/gemini-cli/discussions/11447")
        {
            Logins = ["gemini-cli[bot]"], CommonWords = ["gemini"], Links = ["gemini.google.com/share/"],
            Hearsay = ["gemini-cli@google.com", "gemini-cli-agent@google.com", "gemini-cli-robot@google.com",
                "noreply@google.com"],
        },
        new("aider", "https://aider.chat/docs/git.html; over 5,000 commits")
        {
            Emails = ["aider@aider.chat", "noreply@aider.chat", "noreply@aider.dev"],
            NameSuffixes = [" (aider)"], Words = ["aider"],
        },
        new("OpenHands", "over 900 commits")
        {
            Emails = ["openhands@all-hands.dev", "opendevin@all-hands.dev", "opendevin@opendevin.ai",
                "bot@opendevin.com"],
            Domains = ["all-hands.dev"], Logins = ["openhands-agent"], Words = ["openhands", "opendevin"],
            Branches = [new("openhands-fix-issue-{digits}*", Strong), new("openhands-workspace-*", Strong),
                new("openhands/*")],
        },
        new("Amp", "https://ampcode.com/manual; 8 commits")
        {
            Emails = ["amp@ampcode.com"], Domains = ["ampcode.com"], CommonWords = ["amp", "ampcode"],
            SessionKeys = ["Amp-Thread-ID", "Amp-Thread"], Links = ["ampcode.com/threads/T-"],
        },
        new("Crush", "https://github.com/charmbracelet/crush#attribution-settings; over 260 commits")
        {
            Emails = ["crush@charm.land", "noreply@crush.charm.land"], CommonWords = ["crush"],
        },
        new("opencode", "some 115 commits")
        {
            Emails = ["noreply@opencode.ai"], Logins = ["opencode-agent[bot]"], Words = ["opencode"],
        },
        new("Factory Droid", "https://docs.factory.ai/cli/configuration/settings; 6 commits")
        {
            Hearsay = ["droid@factory.ai"], Logins = ["factory-droid[bot]"], Ids = [138933559],
            CommonWords = ["droid"],
        },
        new("Qwen Code", "https://qwenlm.github.io/qwen-code-docs/en/users/configuration/settings/")
        {
            Emails = ["qwen-coder@alibabacloud.com"], Words = ["qwen"], Hearsay = ["noreply@alibaba.com"],
        },
        new("Warp", "https://docs.warp.dev/agent-platform")
        {
            Emails = ["oz-agent@warp.dev"], Hearsay = ["agent@warp.dev"], CommonWords = ["oz", "warp"],
        },
        new("Junie", "https://www.jetbrains.com/help/junie/")
        {
            Emails = ["junie@jetbrains.com"], CommonWords = ["junie"],
        },
        new("Cline", "https://docs.cline.bot/") { Emails = ["noreply@cline.bot"], CommonWords = ["cline"] },
        new("Roo Code", "https://docs.roocode.com/")
        {
            Emails = ["roomote@roocode.com"], Logins = ["roomote[bot]"], Words = ["roomote"],
            CommonWords = ["roo"],
        },
        new("Replit Agent", "https://docs.replit.com/replitai/agent")
        {
            Emails = ["agent@replit.com"], Words = ["replit"], SessionKeys = ["Replit-Commit-Session-Id"],
        },
        new("Lovable", "https://docs.lovable.dev/integrations/github")
        {
            Logins = ["gpt-engineer-app[bot]", "lovable-dev[bot]"], CommonWords = ["lovable"],
        },
        new("v0", "https://v0.app/docs/github")
        {
            Emails = ["v0[bot]@users.noreply.github.com"], Hearsay = ["v0@vercel.com"], Logins = ["v0[bot]"],
            CommonWords = ["v0"], Branches = [],
        },
        new("Kiro", "https://kiro.dev/docs/autonomous-agent/")
        {
            Logins = ["kiro-agent"], Ids = [244629292], CommonWords = ["kiro"],
        },
        new("Amazon Q", "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/amazon-q-for-github.html")
        {
            Logins = ["amazon-q-developer[bot]"], Ids = [208079219], CommonWords = ["q"],
        },
        new("Goose", "https://github.com/aaif-goose/goose")
        {
            Hearsay = ["goose@block.xyz", "goose-agent@block.xyz"], Logins = ["aaif-goose"],
            Ids = [271095942], CommonWords = ["goose"],
        },
        new("Windsurf", Survey)
        {
            Hearsay = ["windsurf@codeium.com", "noreply@codeium.com", "cascade@windsurf.ai"],
            Logins = ["windsurf-bot[bot]"], Words = ["windsurf", "codeium"], CommonWords = ["cascade"],
        },
        new("Augment", "https://docs.augmentcode.com/")
        {
            Hearsay = ["agent@augmentcode.com", "augment@augmentcode.com"], Words = ["augmentcode"],
            CommonWords = ["augment", "auggie"], Descriptions = ["Pull Request opened by [Augment Code]"],
        },
        new("Codeflash", "2 commits")
        {
            Logins = ["codeflash-ai[bot]"], Ids = [148906541], Words = ["codeflash"],
        },
        new("Fine", "2 commits") { Emails = ["fine@fine.dev"], Logins = ["fine-agent"] },
        new("termai", "10 commits") { Emails = ["noreply@termai.io"], Words = ["termai"] },
        new("agent-think", "4 commits") { Logins = ["agent-think[bot]"] },
        new("OpenClaw", "7 commits") { NameSuffixes = ["-clawd"], Words = ["openclaw", "clawdbot"] },
        new("Antigravity", "https://github.com/google-antigravity/antigravity-cli/issues/230")
        {
            Hearsay = ["antigravity@google.com", "antigravity@gemini.ai"], Words = ["antigravity"],
        },
        new("Codebuff", Survey) { Emails = ["noreply@codebuff.com"], Words = ["codebuff"] },
        new("Sweep", "https://docs.sweep.dev/") { Logins = ["sweep-ai[bot]"], CommonWords = ["sweep"] },
        new("Codegen", "https://docs.codegen.com/") { Logins = ["codegen-sh[bot]"] },
        new("Seer", "https://docs.sentry.io/product/ai-in-sentry/seer/") { Logins = ["seer-by-sentry[bot]"] },
        new("Charlie", "https://docs.charlielabs.ai/") { Logins = ["charliecreates[bot]"] },
        new("GitLab Duo", "https://docs.gitlab.com/user/gitlab_duo/") { CommonWords = ["duo"] },
        new("Rovo Dev", Survey) { CommonWords = ["rovo"] },
        new("Kilo Code", Survey) { Words = ["kilocode"], CommonWords = ["kilo"] },
        new("Pi", Survey) { Emails = ["pi@earendil.works"], CommonWords = ["pi"] },
        new("Hermes Agent", Survey) { CommonWords = ["hermes"] },
        new("Zed", Survey) { CommonWords = ["zed"] },
        new("bolt.new", Survey) { CommonWords = ["bolt"] },
        new("Kimi", Survey) { CommonWords = ["kimi", "moonshot"] },
        new("Grok", Survey) { Emails = ["grok@x.ai"], CommonWords = ["grok", "xai"] },
        new("Trae", Survey) { Hearsay = ["traecli@bytedance.com"], CommonWords = ["trae"] },
        new("Mistral Vibe", Survey) { Words = ["codestral", "devstral"], CommonWords = ["mistral"] },
        new("Tabnine", Survey) { Words = ["tabnine"] },
        new("SWE-agent", Survey) { CommonWords = ["swe"] },
        new("CodeRabbit", Survey) { Logins = ["coderabbitai[bot]"], Ids = [136622811], SuggestsOnly = true },
        new("Entire", "https://docs.entire.io/guides/configuration/checkpoint-storage")
        {
            SessionKeys = ["Entire-Checkpoint", "Entire-Agent", "Entire-Session"],
        },
        new("AI", Survey)
        {
            SessionKeys = ["Agent-Conversation", "Agent-Transcript", "Agent-Session", "X-Agent-Session"],
        },
    ];

    /// <summary>Whether the account is an agent's own, by account id, login or exact address.</summary>
    public static bool IsAgentAccount(Person person) =>
        Identify.Account(person) is { SuggestsOnly: false };

    /// <summary>
    /// Whether it is a bot that writes no code of its own: dependencies, builds, releases, reviews.
    /// </summary>
    public static bool IsAutomation(Person person) =>
        Automations.Contains(person) || Identify.Account(person) is { SuggestsOnly: true };
}
