namespace ChangeSentinel.Evidence;

/// <summary>
/// One sentence, asked whether it says that AI wrote the change, or that none did; topics say neither.
/// </summary>
internal readonly ref struct Sentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
{
    private const int FewWords = 7;

    private static readonly WordSet Conditions = new(
        "if when whenever whether unless should must may might could would can cannot please shall");

    private static readonly WordSet Negations = new(
        "no not never without neither didn wasn weren isn haven hasn don");

    private static readonly WordSet Verbs = new(
        "written generated created implemented authored produced coded drafted refactored developed "
        + "prepared ported translated assisted guided designed built made done fixed rewritten "
        + "scaffolded vibecoded");

    // What may stand before such a verb for the sentence to speak of the change itself.
    private static readonly WordSet Itself = new(
        "this these the it everything all most some much part parts of and commit commits change "
        + "changes changeset patch patches series pr pull request code tests test docs documentation "
        + "implementation feature script message description text commentary first initial draft "
        + "version was were is are been being has have had entirely partially mostly largely fully "
        + "completely primarily heavily partly also originally initially unit integration");

    private static readonly WordSet Adverbs = new(
        "entirely partially mostly largely fully completely primarily heavily partly also originally "
        + "initially automatically autonomously collaboratively together interactively almost "
        + "exclusively in part with the just collaboration jointly");

    private static readonly WordSet Afterwards = new(
        "and but with under from using after then based via as because for in at on while although "
        + "though however to including plus which who so help helping s assistance guidance");

    private static readonly WordSet Writers = new("i we author ve");
    private static readonly WordSet Had = new(
        "had let asked got made told prompted instructed directed");
    private static readonly WordSet Starts = new(
        "ask asked had prompted used told instructed");
    private static readonly WordSet Wrote = new(
        "wrote fixed implemented authored drafted refactored ported built did");
    private static readonly WordSet Help = new(
        "help assistance aid support assist collaboration");
    private static readonly WordSet Use = new("use usage assistance help involvement assist");
    private static readonly WordSet Extent = new(
        "full heavy some partial light moderate minimal extensive significant");

    private static readonly WordSet Adjectives = new(
        "assisted generated written authored aided guided coded driven created made drafted");

    private static readonly WordSet Own = new(
        "commit change changes patch pr code fix contribution tests docs with by using via");
    private static readonly WordSet Involved = new("used involved");
    private static readonly WordSet Tails = new("s and tools bot");
    private static readonly WordSet Articles = new("with the using some");
    private static readonly WordSet Purposes = new("to for in as and during");

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<Token> tokens = tokens;

    public static bool IsVibe(ReadOnlySpan<char> word) =>
        word.StartsWith("vibe", StringComparison.OrdinalIgnoreCase);

    public static bool IsHuman(ReadOnlySpan<char> word) =>
        word.Equals("human", StringComparison.OrdinalIgnoreCase);

    /// <param name="tool">The agent it names.</param>
    public ValueKind Read(out string tool)
    {
        tool = "AI";
        for (var at = 0; at < tokens.Length; at++)
            if (Conditions.Contains(this[at]))
                return ValueKind.NotAi;
        if (IsHumanOnly())
            return ValueKind.Negative;
        for (var at = 0; at < tokens.Length; at++)
        {
            var vibe = IsVibe(this[at]);
            if (!vibe && tokens[at].Kind is not (WordKind.Agent or WordKind.Common))
                continue;
            var end = vibe ? at + 1 : PhraseEnd(at, ref tool);
            var start = PhraseStart(at);
            if (IsDenial(start, end))
                return ValueKind.Negative;
            if (!Negated(start) && !Reviews(end) && Says(start, end, vibe))
                return ValueKind.Ai;
            at = end - 1;
            tool = "AI";
        }

        return ValueKind.NotAi;
    }

    private ReadOnlySpan<char> this[int at] => text.Slice(tokens[at].Start, tokens[at].Length);

    private bool Says(int start, int end, bool vibe) => vibe
        ? IsAdjective(start, end)
        : IsPassive(start, end) || IsOrder(start, end) || IsHelp(start, end) || IsActive(start, end)
            || IsAdjective(start, end) || IsExtent(start, end) || IsUsed(start, end);

    /// <summary>
    /// "(This patch was) written (mostly) by AGENT", to the sentence's end or a new thought.
    /// </summary>
    private bool IsPassive(int start, int end)
    {
        var at = start - 1;
        if (at < 1 || this[at] is not ("by" or "with" or "using" or "via"))
            return false;
        at--;
        while (at > 0 && Adverbs.Contains(this[at]))
            at--;
        if (!Verbs.Contains(this[at]) || !AllItself(at) || !Ends(end))
            return false;
        return tokens[start..end].Length > 1 || !IsPerson(start) || this[start - 1] is not "by" || at > 0;
    }

    /// <summary>"I had AGENT write it", "Asked AGENT to …", "used AGENT for …".</summary>
    private bool IsOrder(int start, int end)
    {
        var verb = start - 1;
        if (verb < 0 || end >= tokens.Length)
            return false;
        var used = Equal(verb, "used") || Equal(verb, "using");
        if (used && !Purposes.Contains(this[end]))
            return false;
        if (verb == 0)
            return Starts.Contains(this[0]) && (Equal(0, "had") || Equal(end, "to") || used);
        var before = verb - 1;
        while (before > 0 && (Adverbs.Contains(this[before]) || Equal(before, "have")))
            before--;
        return Writers.Contains(this[before]) && (used || Had.Contains(this[verb]));
    }

    /// <summary>"with the help of AGENT", "with AI assistance".</summary>
    private bool IsHelp(int start, int end)
    {
        if (start > 1 && this[start - 1] is "of" or "from" or "by" && Help.Contains(this[start - 2]))
            return start > 2 && Articles.Contains(this[start - 3]);
        if (end < tokens.Length && Equal(end, "s"))
            end++;
        return end < tokens.Length && Help.Contains(this[end]) && start > 0
            && (Equal(start - 1, "with") || Equal(start - 1, "using")) && Ends(end + 1);
    }

    /// <summary>"AGENT wrote the tests".</summary>
    private bool IsActive(int start, int end) =>
        start == 0 && end < tokens.Length - 1 && Wrote.Contains(this[end])
        && (end > 1 || !IsPerson(start));

    /// <summary>
    /// "Heavily AI-guided", "This is a vibe-coded change": short, and of the change itself.
    /// </summary>
    private bool IsAdjective(int start, int end)
    {
        if (end >= tokens.Length || tokens.Length > FewWords + 2 || !IsJoinedAdjective(end))
            return false;
        return (end + 1 == tokens.Length || Own.Contains(this[end + 1])) && AllItself(start)
            && (start > 0 || tokens[0].Start > 0);
    }

    /// <summary>"Full AI use".</summary>
    private bool IsExtent(int start, int end) => start == 1 && end == tokens.Length - 1
        && Extent.Contains(this[0]) && Use.Contains(this[end]);

    /// <summary>"AI was used to write this".</summary>
    private bool IsUsed(int start, int end)
    {
        if (end < tokens.Length && (Equal(end, "tools") || Equal(end, "assistance")))
            end++;
        return start == 0 && end + 1 < tokens.Length && (Equal(end, "was") || Equal(end, "were"))
            && Equal(end + 1, "used") && (end + 2 == tokens.Length || Purposes.Contains(this[end + 2]));
    }

    /// <summary>"No AI was used", "not AI-generated", "written without any AI", "did not use AI".</summary>
    private bool IsDenial(int start, int end)
    {
        var negation = LastNegation(start);
        if (negation < 0 || start - negation > 5 || negation > FewWords)
            return IsUnused(start, end);
        if (negation == start - 1 && Equal(negation, "no"))
            return negation <= 2 && (end == tokens.Length || Follows(end, 5));
        if (Equal(negation, "without"))
            return AnyVerb(0, negation);
        return AnyVerb(negation, start)
            || (end < tokens.Length && IsJoinedAdjective(end) && AllItself(negation));
    }

    /// <summary>"AI was not used".</summary>
    private bool IsUnused(int start, int end)
    {
        for (var at = end; at < tokens.Length - 1 && at < end + 4; at++)
            if (Equal(at, "not") && (Equal(at + 1, "used") || Equal(at + 1, "involved")))
                return start <= 2;
        return false;
    }

    /// <summary>"100% human written", "written entirely by a human".</summary>
    private bool IsHumanOnly()
    {
        if (tokens.Length > FewWords + 2)
            return false;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!IsHuman(this[at]))
                continue;
            if (at > 0 && Equal(at - 1, "100"))
                return true;
            return at >= 3 && Equal(at - 1, "a") && Equal(at - 2, "by") && AnyVerb(0, at) && !Negated(at);
        }

        return false;
    }

    private int PhraseEnd(int start, ref string tool)
    {
        var end = start;
        while (end < tokens.Length && tokens[end].Kind is not (WordKind.Other or WordKind.Link))
        {
            if (end > start && Tails.Contains(this[end]))
                break;
            if (tokens[end].Kind is WordKind.Agent or WordKind.Common)
            {
                _ = Vocabulary.Kind(this[end], out var named);
                tool = tool == "AI" ? named : tool;
            }

            end++;
        }

        return end;
    }

    private int PhraseStart(int at)
    {
        while (at > 0 && tokens[at - 1].Kind is WordKind.Filler)
            at--;
        return at;
    }

    private bool AllItself(int end)
    {
        for (var at = 0; at < end; at++)
            if (!Itself.Contains(this[at]) && !Adverbs.Contains(this[at]))
                return false;
        return true;
    }

    private bool Ends(int end) => end >= tokens.Length || Afterwards.Contains(this[end]);

    /// <summary>
    /// Whether a hyphen joins the word to the one before it, as in `AI-guided`, or nothing but a space does.
    /// </summary>
    private bool IsJoinedAdjective(int at) => at > 0 && Adjectives.Contains(this[at])
        && tokens[at].Start == tokens[at - 1].Start + tokens[at - 1].Length + 1;

    private bool IsPerson(int at) => tokens[at].Kind is WordKind.Common && !this[at].SequenceEqual("AI");

    private bool Negated(int start) => LastNegation(start) >= 0;

    private int LastNegation(int start)
    {
        for (var at = start - 1; at >= 0; at--)
            if (Negations.Contains(this[at]))
                return at;
        return -1;
    }

    private bool Reviews(int end) => end < tokens.Length
        && Review.IsAllThereIs(text[tokens[end].Start..(tokens[^1].Start + tokens[^1].Length)]);

    private bool Follows(int end, int within)
    {
        for (var at = end; at < tokens.Length && at < end + within; at++)
            if (Involved.Contains(this[at]) || Use.Contains(this[at]) || Adjectives.Contains(this[at]))
                return true;
        return false;
    }

    private bool AnyVerb(int start, int end)
    {
        for (var at = start; at < end; at++)
            if (Verbs.Contains(this[at]) || Equal(at, "use") || Equal(at, "used") || Equal(at, "using"))
                return true;
        return false;
    }

    private bool Equal(int at, string word) => this[at].Equals(word, StringComparison.OrdinalIgnoreCase);
}
