using System.CommandLine;
using Cli.Output;
using Crossbar.Engines;
using Crossbar.SpiceSharp;

namespace Cli.Verbs;

/// <summary>Says which circuit engines are here and how to get the others. Old name of <c>hopfield list engines</c>.</summary>
internal sealed class EnginesVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "engines";

    /// <inheritdoc/>
    public override string Summary => "Lists the circuit engines: which are present, which version, and how to get the others.";

    /// <inheritdoc/>
    public override bool IsHidden => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield engines"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        // No options: the answer depends on the machine alone.
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var table = new ResultTable("engine", "present", "version", "what it is", "how to get it");
        foreach (var (engine, availability) in CircuitEngines.All)
            table.Add(engine.Name, availability.Present ? "yes" : "no", availability.Version, engine.Summary, availability.HowToGet);
        if (SpiceSharpSupport.MissingReason is { } reason && CircuitEngines.All.All(item => item.Engine.Name != "spicesharp"))
            table.Add("spicesharp", "no", "-", "SpiceSharp, a SPICE simulator in C#.",
                $"{reason}; restore it once from any source that has it, delete the obj folders, and build again");
        table.Print();
        return ExitCode.Done;
    }
}
