using ChangeSentinel.Action;

namespace ChangeSentinel.Tests.Workflow;

/// <summary>A runner's folder and variables around one step.</summary>
public sealed class Runner : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal)
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["INPUT_GITHUB-TOKEN"] = "ghs_workflow",
    };

    public Runner()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("runner").FullName;
        foreach (var (variable, file) in new[] { ("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary") })
            variables[variable] = Write(file, "");
        variables["GITHUB_WORKSPACE"] = Directory;
    }

    public string Directory { get; }

    public string Outputs => File.ReadAllText(Path.Combine(Directory, "output"));

    public string Summary => File.ReadAllText(Path.Combine(Directory, "summary"));

    public Runner With(string variable, string? value)
    {
        if (value is null)
            variables.Remove(variable);
        else
            variables[variable] = value;
        return this;
    }

    /// <summary>The event that starts the step, as the runner hands it on.</summary>
    public Runner StartedBy(string name, string payload) =>
        With("GITHUB_EVENT_NAME", name).With("GITHUB_EVENT_PATH", Write("event.json", payload));

    public Task<CommandRun> Run() => new CommandCall(Directory) { Variables = variables }.Run("action");

    /// <summary>A shell that tells which variables are asked for.</summary>
    internal Shell Shell(Func<string, bool> asked) => Shell(null, asked);

    internal Shell Shell(Stream? output = null, Func<string, bool>? asked = null) => new()
    {
        Directory = Directory,
        Variable = name =>
        {
            asked?.Invoke(name);
            return variables.GetValueOrDefault(name);
        },
        Input = Stream.Null,
        Output = output ?? Stream.Null,
        Error = Stream.Null,
    };

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(Directory, name);
        File.WriteAllText(file, text);
        return file;
    }
}
