namespace Cli.Tests.Shell;

/// <summary>
/// Runs a command in this process, with the same parser, exit codes and streams as the program; quicker than a process by its start.
/// </summary>
internal static class HopfieldCall
{
    /// <summary>Runs <c>hopfield arguments…</c> to its end. Paths must be absolute: tests share one working directory.</summary>
    public static HopfieldResult Run(params string[] arguments) => Run(arguments, CancellationToken.None);

    /// <summary>The same, until it is cancelled as by Ctrl-C.</summary>
    public static HopfieldResult Run(string[] arguments, CancellationToken cancellation)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        // On the thread pool, as Main is: the tests' own synchronisation context has no threads left to go on with.
        int code = Task.Run(() =>
        {
            RoutedConsole.Receive(output, errors);
            return CommandLine.RunAsync(arguments, cancellation);
        }, CancellationToken.None).GetAwaiter().GetResult();
        return new(code, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>
    /// Runs it as if <paramref name="folder"/> were the working directory: paths in the arguments are taken from there, and what the
    /// command says about paths there is as short as the user wrote them.
    /// </summary>
    public static HopfieldResult RunIn(string folder, params string[] arguments)
    {
        var result = Run(PathWords.From(folder, arguments));
        return new(result.ExitCode, Shortened(result.Output), Shortened(result.Errors));

        string Shortened(string text) => text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
