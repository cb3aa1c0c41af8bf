namespace Cli.Output;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything ran and every check held.</summary>
    public const int Done = 0;

    /// <summary>It ran, but a check failed or a target was missed.</summary>
    public const int NotReached = 1;

    /// <summary>The input, an option or an output cannot be used; one line on stderr says which and why.</summary>
    public const int BadInput = 2;

    /// <summary>Ended by Ctrl-C; what was finished has been written.</summary>
    public const int Cancelled = 130;
}
