namespace ChangeSentinel.Action.Verbs;

/// <summary>A line on standard error while something takes longer than a second; a terminal alone shows it.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock writing = new();
    private readonly Shell shell;
    private readonly string what;
    private readonly ITimer? timer;
    private bool shown;
    private bool done;

    private Progress(Shell shell, string what)
    {
        this.shell = shell;
        this.what = what;
        if (shell.ErrorIsTerminal)
            timer = shell.Clock.CreateTimer(_ => Show(), state: null, Patience, Patience);
    }

    /// <summary>How much is done, where it can be counted.</summary>
    public long Count { get; set; }

    public static Progress Of(string what, Shell shell) => new(shell, what);

    public void Dispose()
    {
        timer?.Dispose();
        lock (writing)
        {
            done = true;
            if (shown)
                shell.Complain("\r\u001b[K");
        }
    }

    private void Show()
    {
        lock (writing)
        {
            if (done)
                return;
            shown = true;
            shell.Complain($"\r{what} …{(Count > 0 ? $" {Count:N0}" : "")}\u001b[K");
        }
    }
}
