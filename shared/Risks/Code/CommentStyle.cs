namespace ChangeSentinel.Risks;

/// <summary>How a language writes comments.</summary>
[Flags]
internal enum CommentStyle
{
    None = 0,

    /// <summary>From // to the line's end.</summary>
    Slashes = 1,

    /// <summary>Between /* and */.</summary>
    Block = 2,

    /// <summary>From # to the line's end.</summary>
    Hash = 4,

    /// <summary>From -- to the line's end.</summary>
    Dashes = 8,

    /// <summary>Between the marks of XML.</summary>
    Markup = 16,

    /// <summary>A line that begins with a semicolon.</summary>
    Semicolon = 32,

    /// <summary>A statement that is nothing but a text in three quotes.</summary>
    DocString = 64,
}

/// <summary>The comment style of a file, told from its name.</summary>
internal static class CommentStyles
{
    public static CommentStyle Of(string path) => FileRoles.Extension(path) switch
    {
        "sql" or "ddl" or "psql" or "pgsql" or "mysql" or "cql" => CommentStyle.Dashes | CommentStyle.Block,
        "lua" or "hs" or "elm" => CommentStyle.Dashes,
        "py" or "pyi" => CommentStyle.Hash | CommentStyle.DocString,
        "graphql" or "graphqls" or "gql" => CommentStyle.Hash,
        "rb" or "rake" or "sh" or "bash" or "zsh" or "ksh" or "fish" or "yml" or "yaml" or "toml" or "ex"
            or "exs"
            or "pl" or "pm" or "r" or "mk" or "env" or "properties" or "conf" or "cnf" or "ps1" or "psm1"
                or "bats"
            or "tpl" or "cfg" or "jl" or "nix" or "gemspec" or "cr" => CommentStyle.Hash,
        "tf" or "tfvars" or "hcl" or "php" => CommentStyle.Hash | CommentStyle.Slashes | CommentStyle.Block,
        "xml" or "html" or "htm" or "vue" or "svelte" or "csproj" or "config" or "jsp" or "props"
            or "targets" =>
            CommentStyle.Markup,
        "ini" => CommentStyle.Semicolon | CommentStyle.Hash,
        "service" or "timer" => CommentStyle.Hash | CommentStyle.Semicolon,
        "json" => CommentStyle.None,
        "css" => CommentStyle.Block,
        "st" or "md" or "txt" or "rst" => CommentStyle.None,
        _ when Shell.IsScriptName(path) => CommentStyle.Hash,
        "" => CommentStyle.Hash,
        _ => CommentStyle.Slashes | CommentStyle.Block,
    };
}
