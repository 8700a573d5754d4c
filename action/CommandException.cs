namespace ChangeSentinel.Action;

/// <summary>The command line asks for something that can't be: told as what is wrong and what would be right.</summary>
internal sealed class CommandException : Exception
{
    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
