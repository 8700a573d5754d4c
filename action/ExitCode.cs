namespace ChangeSentinel.Action;

/// <summary>What the program tells whoever started it.</summary>
internal enum ExitCode
{
    /// <summary>Nothing stands in the way (not applicable, approved, overridden, shadow, no policy).</summary>
    Passes = 0,

    /// <summary>Somebody must agree first, or somebody objected.</summary>
    Blocked = 1,

    /// <summary>The command line or the policy is wrong.</summary>
    Usage = 2,

    /// <summary>It failed, or a fact of the change could not be had.</summary>
    Failure = 3,

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells count.</summary>
    Interrupted = 130,

    /// <summary>The reader of the output left: 128 and the number of SIGPIPE.</summary>
    OutputClosed = 141,
}
