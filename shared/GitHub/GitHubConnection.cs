namespace ChangeSentinel.GitHub;

/// <summary>Where a GitHub is, as whom it is spoken to, and how long it is waited for.</summary>
public sealed record GitHubConnection
{
    private const string ApiVariable = "GITHUB_API_URL";
    private const string GraphQlVariable = "GITHUB_GRAPHQL_URL";
    private const string ServerApiPath = "/api/v3/";

    /// <summary>Ends with a slash: `https://api.github.com/`, `https://HOST/api/v3/`.</summary>
    public required Uri Root { get; init; }

    /// <summary>`https://api.github.com/graphql`, `https://HOST/api/graphql`.</summary>
    public required Uri GraphQl { get; init; }

    public required ITokenSource Tokens { get; init; }

    /// <summary>Roots trusted beside the system's; null for none.</summary>
    public TrustedRoots? Roots { get; init; }

    /// <summary>How long one call may take, all its tries and waits together.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(60);

    public string UserAgent { get; init; } =
        $"ChangeSentinel/{typeof(GitHubConnection).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>
    /// Reads GITHUB_API_URL, GITHUB_GRAPHQL_URL and the input `ca-bundle` (a path or the PEM text itself); what
    /// is not set has GitHub's public default.
    /// </summary>
    /// <param name="variable">The environment; null or empty where a variable is not set.</param>
    public static ConnectionReading From(Func<string, string?> variable, ITokenSource tokens)
    {
        var errors = new List<string>();
        var root = ReadRoot(variable(ApiVariable), errors);
        var graphQl = root is null ? null : ReadGraphQl(variable(GraphQlVariable), root, errors);
        var roots = TrustedRoots.FromInput(variable, errors);
        return root is null || graphQl is null || errors.Count > 0
            ? new(null, errors)
            : new(new() { Root = root, GraphQl = graphQl, Tokens = tokens, Roots = roots }, []);
    }

    private static Uri? ReadRoot(string? text, List<string> errors)
    {
        if (string.IsNullOrEmpty(text))
            return new("https://api.github.com/");
        if (!ReadAddress.TryParse(ApiVariable, text, out var address, out var error))
        {
            errors.Add(error);
            return null;
        }

        var path = address.AbsolutePath.EndsWith('/') ? address.AbsolutePath : address.AbsolutePath + "/";
        if (path is "/" or ServerApiPath)
            return new(address, path);
        errors.Add($"{ApiVariable} is {ReadAddress.Shown(text)}; its path must be empty (https://api.github.com) "
            + "or /api/v3 (a GitHub Enterprise Server).");
        return null;
    }

    private static Uri? ReadGraphQl(string? text, Uri root, List<string> errors)
    {
        var usual = new Uri(root, root.AbsolutePath == ServerApiPath ? "/api/graphql" : "graphql");
        if (string.IsNullOrEmpty(text))
            return usual;
        if (!ReadAddress.TryParse(GraphQlVariable, text, out var address, out var error))
            errors.Add(error);
        else if (!ReadAddress.IsSameOrigin(address, root) || address.AbsolutePath is not ("/graphql" or "/api/graphql"))
            errors.Add($"{GraphQlVariable} is {ReadAddress.Shown(text)}; beside {ApiVariable} {root} it must be "
                + $"{usual}, or not be set.");
        else
            return address;
        return null;
    }
}

/// <summary>A connection, or every mistake in what it was read from.</summary>
/// <param name="Connection">Null where there are errors.</param>
/// <param name="Errors">Whole sentences, one for each mistake.</param>
public sealed record ConnectionReading(GitHubConnection? Connection, IReadOnlyList<string> Errors);
