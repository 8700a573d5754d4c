using ChangeSentinel.Effects;
using ChangeSentinel.GitHub;
using ChangeSentinel.Yaml;

namespace ChangeSentinel.Action.Workflow;

/// <summary>Reads the step's inputs from the variables the runner sets, and names every mistake at once.</summary>
/// <remarks>
/// `INPUT_BOT-URL` as the runner spells it, or `INPUT_BOT_URL` as a shell can. Spaces around a value are dropped; an
/// empty value is the default. Source: actions/runner, Handlers/Handler.cs (AddInputsToEnvironment).
/// </remarks>
internal sealed class ReadInputs
{
    private static readonly string[] Modes = ["bot", "advisory"];
    private static readonly string[] Comments = ["on-block", "always", "off"];
    private static readonly string[] Truths = ["true", "false"];

    private readonly List<string> mistakes = [];
    private readonly Shell shell;

    private ReadInputs(Shell shell) => this.shell = shell;

    public static InputReading From(Shell shell)
    {
        var reading = new ReadInputs(shell);
        var inputs = reading.Read();
        return reading.mistakes is [] ? new InputReading.Valid(inputs) : new InputReading.Invalid(reading.mistakes);
    }

    /// <summary>An input as it is given, without the spaces around it; null where it is empty.</summary>
    /// <param name="name">In upper case, with hyphens.</param>
    public static string? Input(Shell shell, string name) =>
        Text(shell, $"INPUT_{name}") ?? Text(shell, $"INPUT_{name.Replace('-', '_')}");

    private ActionInputs Read()
    {
        var token = Token();
        return new()
        {
            Token = token,
            Connection = Connection(token),
            MembersToken = Secret("MEMBERS-TOKEN"),
            Bot = Bot(),
            Comment = Choice("COMMENT", Comments) switch
            {
                "always" => CommentWish.Always,
                "off" => CommentWish.Off,
                _ => CommentWish.OnBlock,
            },
            Annotations = Choice("ANNOTATIONS", Truths) is not "false",
        };
    }

    /// <summary>Where there is a mistake nothing is ever asked of the connection.</summary>
    private GitHubConnection Connection(Secret token)
    {
        var reading = GitHubConnection.From(shell.Variable, new FixedToken(token));
        mistakes.AddRange(reading.Errors);
        return reading.Connection!;
    }

    private Secret Token()
    {
        if (Secret("GITHUB-TOKEN") is { } given)
            return given;
        if (Text("GITHUB_TOKEN") is { } own)
            return new(own);
        mistakes.Add(
            "INPUT_GITHUB-TOKEN is empty: a token is required; in a workflow leave 'github-token' out, and its own "
            + "token is used.");
        return new("");
    }

    /// <summary>A token is never shown, not even a wrong one.</summary>
    private Secret? Secret(string name)
    {
        if (Input(name) is not { } text)
            return null;
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            mistakes.Add(
                $"INPUT_{name} holds spaces, line ends or letters beyond ASCII: a token on one line is allowed.");
        return new(text);
    }

    private BotAddress? Bot()
    {
        var mode = Choice("MODE", Modes);
        var url = Input("BOT-URL");
        var audience = Input("BOT-AUDIENCE");
        if (mode is "advisory" && url is not null)
            mistakes.Add(
                "INPUT_BOT-URL is given, but INPUT_MODE is 'advisory', which asks no bot: leave one of both out.");
        if (mode is "bot" && url is null)
            mistakes.Add(
                "INPUT_BOT-URL is empty: INPUT_MODE 'bot' needs the bot's address, such as 'https://bot.example.org'.");
        if (url is null && audience is not null)
            mistakes.Add("INPUT_BOT-AUDIENCE is given without INPUT_BOT-URL: it belongs to a bot's address.");
        if (url is null || Address(url) is not { } address)
            return null;
        return new(
            new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/signals"),
            audience ?? address.GetLeftPart(UriPartial.Authority));
    }

    private Uri? Address(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            return Refuse($"INPUT_BOT-URL is {ReadAddress.Shown(text)}: an absolute https address is allowed.");
        if (url.UserInfo.Length > 0)
            return Refuse("INPUT_BOT-URL holds a user name or password: an address without one is allowed.");
        if (url.Query.Length > 0 || url.Fragment.Length > 0)
            return Refuse("INPUT_BOT-URL has a query or a fragment: an address without '?' and '#' is allowed.");
        if (url.Scheme is "http" && !url.IsLoopback)
            return Refuse($"INPUT_BOT-URL is {ReadAddress.Shown(text)}: https is required outside loopback.");
        return url;
    }

    private Uri? Refuse(string mistake)
    {
        mistakes.Add(mistake);
        return null;
    }

    private string? Choice(string name, string[] allowed)
    {
        if (Input(name) is not { } text || allowed.Contains(text, StringComparer.Ordinal))
            return Input(name);
        var meant = NearestName.Among(text, allowed) is { } near ? $"; did you mean '{near}'?" : ".";
        mistakes.Add($"INPUT_{name} is '{text}': one of {string.Join(", ", allowed)} is allowed{meant}");
        return null;
    }

    private string? Input(string name) => Input(shell, name);

    private string? Text(string variable) => Text(shell, variable);

    private static string? Text(Shell shell, string variable) =>
        shell.Variable(variable)?.Trim() is { Length: > 0 } text ? text : null;
}
