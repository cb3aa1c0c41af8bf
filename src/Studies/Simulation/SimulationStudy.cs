using System.Diagnostics;
using Crossbar.Circuits;
using Crossbar.Engines.Ngspice;
using Crossbar.Machines;
using Crossbar.Noise;
using Crossbar.Spice;
using Hopfield.Model;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Simulation;

/// <summary>The transient of a SPICE deck on one engine, and beside it on others.</summary>
public sealed record SimulationStudy : Study<SimulationRecord>
{
    public override string Name => "simulate";
    public override string Summary => "the transient of a SPICE deck on circuit engines";

    /// <summary>The deck, with a .tran card. What it includes is read from beside it.</summary>
    public required DataFile Deck { get; init; }

    /// <summary>The files that the deck includes, which <see cref="Run"/> finds and the record names; null: whatever it includes.</summary>
    public IReadOnlyList<DataFile>? Includes { get; init; }

    /// <summary>What simulates it; ngspice gets the file unchanged.</summary>
    public required ICircuitEngine Engine { get; init; }

    /// <summary>Engines whose waveforms are compared with the first one's; null for no comparison.</summary>
    public IReadOnlyList<ICircuitEngine>? CrossCheck { get; init; }

    /// <summary>Largest difference between engines that is accepted, V. Default 1 mV (our choice).</summary>
    public double ToleranceVolts { get; init; } = 1e-3;

    /// <summary>Dynamic noise of the circuit. Default none.</summary>
    public IReadOnlyList<INoiseModel> Noise { get; init; } = [];

    /// <summary>Its temperature, K. Default 300 K (our choice). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = 300;

    /// <summary>Its step over the shortest time constant. Default and range: <see cref="NoiseSettings.StepFraction"/>.</summary>
    public double NoiseStepFraction { get; init => field = new NoiseSettings { Models = [], StepFraction = value }.StepFraction; } =
        new NoiseSettings { Models = [] }.StepFraction;

    /// <summary>Seed of the noise.</summary>
    public ulong Seed { get; init; } = 1;

    public override SimulationRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        string path = Deck.Checked();
        if (Includes is null && DeckIncludes.Of(path) is { Count: > 0 } found)
            return (this with { Includes = [.. found.Select(DataFile.Of)] }).Run(progress, cancellation);
        foreach (var file in Includes ?? []) file.Checked();
        var noisy = Noise.Count == 0 ? null : NoisyDeck.Read(path, new()
        {
            Models = Noise,
            Kelvin = Kelvin,
            StepFraction = NoiseStepFraction,
            Key = RandomKey.FromSeed(Seed).Fold("noise"),
        }, CrossCheck is not null);
        progress?.Begin("engines", 1 + (CrossCheck?.Count ?? 0));
        var clock = Stopwatch.StartNew();
        var solution = noisy is null ? Answer(Engine, path, null, cancellation) : noisy.On(Engine, cancellation);
        double wall = clock.Elapsed.TotalSeconds;
        progress?.Finished();
        var comparisons = new List<EngineDifference>();
        foreach (var engine in CrossCheck ?? [])
        {
            comparisons.Add(EngineDifference.Of(solution.Volts, engine.Name, noisy is null
                ? Answer(engine, path, solution.Volts.Seconds, cancellation).Volts : noisy.On(engine, cancellation).Volts));
            progress?.Finished();
        }
        double quiet = SettleTime.Seconds(solution.Volts.Seconds, solution.Volts.Values, PreparedContinuousMachine.SettleFraction * Swing(solution.Volts));
        return new()
        {
            Options = this,
            Problem = Deck.Name,
            SettleSeconds = SettleTime.HasSettled(solution, quiet) ? quiet : null,
            Solution = solution,
            WallSeconds = wall,
            CrossCheck = comparisons,
            Agrees = comparisons.All(comparison => comparison.WorstVoltsDifference <= ToleranceVolts),
        };
    }

    /// <summary>The deck on one engine; for a comparison at given times and tight tolerance.</summary>
    private static CircuitSolution Answer(ICircuitEngine engine, string path, IReadOnlyList<double>? at, CancellationToken cancellation)
    {
        if (at is null && engine is NgspiceEngine ngspice)
        {
            CheckWhatCanBeRead(path);
            return ngspice.RunDeck(path, cancellation: cancellation);
        }
        var deck = SpiceDeckReader.Read(path);
        var request = at is null ? deck.Request : deck.Request with { OutputSeconds = at, RelativeTolerance = 1e-6, AbsoluteVolts = 1e-9 };
        return engine.Load(deck.Netlist, cancellation).Transient(request, cancellation);
    }

    /// <summary>A deck in our subset is checked before ngspice sees it: ngspice hides a floating node behind a tiny conductance.</summary>
    private static void CheckWhatCanBeRead(string path)
    {
        Netlist netlist;
        try
        {
            netlist = SpiceDeckReader.Read(path).Netlist;
        }
        catch (InvalidDataException)
        {
            return; // more than our subset: ngspice's own checks decide
        }
        NetlistCheck.Validate(netlist, "ngspice");
    }

    private static double Swing(Waveforms volts) => volts.Values.Length == 0 ? 0 : volts.Values.Max(v => Math.Max(v.Max(), -v.Min()));
}
