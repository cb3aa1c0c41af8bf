using Crossbar.Circuits;
using Hopfield.Model;

namespace Crossbar.Engines.Ngspice;

/// <summary>The reference simulator: every transient is a written deck, a supervised <c>ngspice -b</c> process in a private directory, and
/// the raw file read back. Several may run at once. The directory goes with success or cancellation, and stays, named in the exception, on
/// failure.</summary>
public sealed class NgspiceEngine : ICircuitEngine
{
    private readonly string? _executable;
    private readonly Lazy<EngineAvailability> _availability;

    /// <summary>Takes the program named by HOPFIELD_NGSPICE, else the one on PATH.</summary>
    public NgspiceEngine() : this(NgspiceProgram.Find()) { }

    /// <summary>Takes a given program.</summary>
    /// <param name="executable">Path of ngspice; null when there is none.</param>
    public NgspiceEngine(string? executable)
    {
        _executable = executable;
        _availability = new(() => NgspiceProgram.Probe(executable));
    }

    public string Name => "ngspice";
    public string Summary => "the ngspice simulator as a supervised process on a written deck; the reference";
    public EngineAvailability Availability => _availability.Value;

    public ILoadedCircuit Load(Netlist netlist, CancellationToken cancellation = default)
    {
        string executable = Executable();
        NetlistCheck.Validate(netlist, Name);
        return new NgspiceCircuit(this, executable, netlist);
    }

    /// <summary>Runs a user's deck unchanged, in its own folder, as <c>ngspice -b</c> would, and returns every vector that it
    /// saves.</summary>
    /// <param name="deckPath">The deck.</param>
    /// <param name="timeLimitSeconds">Wall-clock limit, s.</param>
    /// <param name="cancellation">Kills the simulator.</param>
    /// <returns>Waveforms named by node for voltages and "i(source)" for currents; power is unknown.</returns>
    /// <exception cref="FileNotFoundException">There is no such deck.</exception>
    /// <exception cref="CircuitException">ngspice is missing or failed, or the deck has no transient.</exception>
    public CircuitSolution RunDeck(string deckPath, double timeLimitSeconds = 600, CancellationToken cancellation = default)
    {
        if (!File.Exists(deckPath)) throw new FileNotFoundException($"{deckPath}: no such deck.", deckPath);
        string path = Path.GetFullPath(deckPath);
        using var run = NgspiceRun.Start(Executable(), path, Path.GetDirectoryName(path)!, readUserSettings: true, timeLimitSeconds,
            cancellation);
        var raw = run.ReadTransient();
        string[] names = [.. raw.Names.Skip(1)];
        var waveforms = new Waveforms(raw.Seconds, [.. names.Select(NodeName)], [.. names.Select(name => raw[name])]);
        run.Succeeded();
        return new CircuitSolution
        {
            Engine = Name,
            EngineVersion = Availability.Version,
            Volts = waveforms,
            Converged = true,
            Steps = raw.Seconds.Length - 1,
            Parameters = new Dictionary<string, string> { ["deck"] = deckPath },
            Warnings = run.Warnings,
        };
    }

    private string Executable() => Availability.Present
        ? _executable! : throw new CircuitException(Name, $"ngspice cannot run here: {Availability.HowToGet}.");

    private static string NodeName(string vector) =>
        vector.StartsWith("v(", StringComparison.Ordinal) && vector.EndsWith(')') ? vector[2..^1] : vector;
}
