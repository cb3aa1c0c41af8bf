using System.CommandLine;
using Cli.Output;
using Hopfield.Numerics;

namespace Cli.Verbs;

/// <summary>One verb of the command line. Every verb in this assembly is found: no list to edit.</summary>
internal abstract class Verb : ICatalogued
{
    /// <summary>One word, or two for a verb in a group: "array solve" is typed <c>hopfield array solve</c>. A constant, like the summary: both
    /// are read of a verb that has not been made (<see cref="CommandLine"/>).</summary>
    public abstract string Name { get; }

    public abstract string Summary { get; }

    /// <summary>Whole command lines, shown at the end of the verb's help.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Adds the verb's arguments and options.</summary>
    public abstract void Define(Command command);

    /// <summary>Does the work; the exit code is one of <see cref="ExitCode"/>. Exceptions are turned into messages by the caller.</summary>
    public abstract int Run(ParseResult parsed, CancellationToken cancellation);
}
