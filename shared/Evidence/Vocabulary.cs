using System.Buffers;
using System.Collections.Frozen;

namespace ChangeSentinel.Evidence;

/// <summary>What a word means where people name what helped them.</summary>
internal enum WordKind
{
    Other,

    /// <summary>It names an agent, a model or AI itself, and nothing else.</summary>
    Agent,

    /// <summary>It names an agent or a model, and also people or things: Claude, Devin, cursor.</summary>
    Common,

    /// <summary>It goes with an agent's name: `Code`, `CLI`, a version.</summary>
    Companion,

    /// <summary>It may stand beside an agent's name, and beside a person's.</summary>
    Filler,

    /// <summary>What follows it says what for or through what: `for`, `via`.</summary>
    Link,
}

/// <summary>What a name in a person's place stands for.</summary>
internal enum NameKind
{
    Other,

    /// <summary>A single word that is also a person's name.</summary>
    Ambiguous,

    /// <summary>Words that no person is called by: `Claude Code`, `GPT-5`.</summary>
    Agent,
}

/// <summary>
/// The words by which people name agents and models; the agents' own come from the catalogue.
/// </summary>
internal static class Vocabulary
{
    // Families of models: the word, and how it is shown. https://models.dev lists them.
    private static readonly (string Word, string Tool, bool Common)[] Models =
    [
        ("gpt", "GPT", false), ("chatgpt", "ChatGPT", false), ("opus", "Claude", true),
        ("sonnet", "Claude", true),
        ("haiku", "Claude", true), ("fable", "Claude", true), ("gemma", "Gemma", true), ("o1", "GPT", true),
        ("o3", "GPT", true), ("o4", "GPT", true), ("glm", "GLM", false), ("deepseek", "DeepSeek", false),
        ("llama", "Llama", true), ("minimax", "MiniMax", true), ("llm", "AI", false), ("llms", "AI", false),
        ("genai", "AI", false), ("ai", "AI", true), ("mimo", "MiMo", true), ("nemotron", "Nemotron", false),
    ];

    private static readonly string[] Companions =
    [
        "code", "cli", "agent", "agents", "assistant", "coder", "model", "models", "ide", "chatbot",
        "version", "context", "1m", "vscode", "autopilot", "thinking", "instruct",
    ];

    private static readonly string[] Fillers =
    [
        "pro", "max", "mini", "plus", "flash", "preview", "high", "xhigh", "low", "medium", "latest",
        "desktop", "web", "cloud", "app", "extension", "plugin", "chat", "tool", "tools", "and", "or",
        "the", "an", "a", "visual", "studio", "google", "microsoft", "github", "amazon", "aws", "azure",
        "vertex", "openrouter", "bedrock", "labs", "gitlab", "turbo", "ultra", "fast", "beta", "auto",
        "dev", "new", "z", "generic", "generative", "edit", "editor", "composer", "powered", "multiple",
        "various", "s", "com", "io", "anysphere", "sol", "lite", "exp", "reasoning", "large", "language",
        "partially", "some", "my", "block", "jetbrains", "vs", "anthropic", "openai", "factory", "charm",
        "bot", "moonshot",
    ];

    private static readonly string[] Links =
    [
        "for", "via", "with", "using", "in", "on", "by", "as", "to", "from", "through", "at", "under",
        "but", "when", "of", "during", "based",
    ];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("(),;:<\"\n|");

    private static readonly FrozenDictionary<string, Meaning> Meanings = Build();

    private static readonly FrozenDictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>>
        MeaningsOfSpans = Meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every word that names an agent or a model, alone or among others.</summary>
    public static IEnumerable<string> AgentWords =>
        Meanings.Where(row => row.Value.Kind is WordKind.Agent or WordKind.Common).Select(row => row.Key);

    /// <summary>What a word means; a version stuck to it (`qwen3`) is passed over.</summary>
    public static WordKind Kind(ReadOnlySpan<char> word, out string tool)
    {
        tool = "";
        if (char.IsAsciiDigit(word[0]))
            return WordKind.Companion;
        if (!MeaningsOfSpans.TryGetValue(word, out var meaning))
        {
            var letters = word.IndexOfAny(Digits);
            if (letters == 1 && word[0] is 'v' or 'V' or 'k' or 'K' or 'm' or 'M')
                return WordKind.Companion;
            if (letters < 3 || !MeaningsOfSpans.TryGetValue(word[..letters], out meaning))
                return WordKind.Other;
        }

        tool = meaning.Tool;
        return word is "AI" ? WordKind.Agent : meaning.Kind;
    }

    /// <summary>Whether a whole name is made of such words.</summary>
    public static (NameKind Kind, string Tool) ReadName(ReadOnlySpan<char> name)
    {
        if (name.Length > 80 || name.IsEmpty)
            return default;
        var tool = "";
        var (sure, ambiguous, companions) = (0, 0, 0);
        foreach (var word in new Words(name))
        {
            var kind = Kind(word, out var named);
            if (kind is WordKind.Link && tool.Length > 0)
                break;
            if (kind is WordKind.Other or WordKind.Link)
                return default;
            sure += kind is WordKind.Agent ? 1 : 0;
            ambiguous += kind is WordKind.Common ? 1 : 0;
            companions += kind is WordKind.Companion ? 1 : 0;
            if (tool.Length == 0 || tool == "AI")
                tool = named.Length > 0 ? named : tool;
        }

        if (tool.Length == 0)
            return default;
        return (sure > 0 || ambiguous > 1 || companions > 0 ? NameKind.Agent : NameKind.Ambiguous, tool);
    }

    /// <summary>
    /// Whether a text names an agent where it names anybody: `Claude Code for the tests`, `Crush:glm-5`, not
    /// `Claude Monet`.
    /// </summary>
    /// <param name="whole">
    /// True where no word may stand that is not of an agent's name, up to a mark or a link word.
    /// </param>
    /// <param name="end">Behind the agent's name.</param>
    public static string? FindAgent(ReadOnlySpan<char> text, bool whole, out int end)
    {
        string? common = null;
        var strangers = false;
        end = 0;
        var words = new Words(text);
        while (words.MoveNext())
        {
            var named = common is not null;
            if (named && common != "AI" && IsBreak(text[end..words.Start]))
                break;
            var kind = Kind(words.Current, out var tool);
            if (kind is WordKind.Link && (named || whole))
                break;
            if (kind is WordKind.Other && whole)
                return null;
            strangers |= kind is WordKind.Other;
            if (kind is WordKind.Agent && !whole)
            {
                end = words.End;
                return common is null || strangers || common == "AI" ? tool : common;
            }

            if (kind is WordKind.Agent or WordKind.Common && (common is null or "AI"))
                common = tool;
            end = words.End;
        }

        return strangers ? null : common;
    }

    private static bool IsBreak(ReadOnlySpan<char> between) => between.ContainsAny(Breaks)
        || between.Contains(". ", StringComparison.Ordinal);

    private static FrozenDictionary<string, Meaning> Build()
    {
        var meanings = new Dictionary<string, Meaning>(StringComparer.OrdinalIgnoreCase);
        foreach (var agent in Agents.All)
        {
            foreach (var word in agent.Words)
                meanings[word] = new(WordKind.Agent, agent.Name);
            foreach (var word in agent.CommonWords)
                meanings[word] = new(WordKind.Common, agent.Name);
        }

        foreach (var (word, tool, common) in Models)
            meanings.TryAdd(word, new(common ? WordKind.Common : WordKind.Agent, tool));
        foreach (var word in Companions)
            meanings.TryAdd(word, new(WordKind.Companion, ""));
        foreach (var word in Fillers)
            meanings.TryAdd(word, new(WordKind.Filler, ""));
        foreach (var word in Links)
            meanings.TryAdd(word, new(WordKind.Link, ""));
        return meanings.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Meaning(WordKind Kind, string Tool);
}
