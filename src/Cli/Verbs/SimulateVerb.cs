using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cli.Noise;
using Cli.Options;
using Cli.Output;
using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Engines.Ngspice;
using Crossbar.Machines;
using Crossbar.Noise;
using Crossbar.Spice;
using Hopfield.Model;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Runs a SPICE deck on any engine and says how it ended.</summary>
internal sealed class SimulateVerb : Verb
{
    private const int MostRows = 24;
    private readonly CommonOptions _common = new();
    private readonly Argument<string> _deck =
        new("DECK") { Description = "A SPICE deck with a .tran card, such as 'hopfield compile' writes." };

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "Run it on every engine that is here and compare the waveforms.",
    };

    private readonly Option<double> _tolerance = new("--tolerance-volts")
    {
        Description = "Largest difference between engines that --cross-check accepts, in volts.",
        HelpName = "V",
        DefaultValueFactory = _ => 1e-3,
    };

    private readonly Option<double?> _kelvin = new("--temperature")
    {
        Description = "Temperature of the noise in kelvin (default 300).",
        HelpName = "T",
    };

    /// <inheritdoc/>
    public override string Name => "simulate";

    /// <inheritdoc/>
    public override string Summary => "Runs the transient of a SPICE deck; ngspice gets the file unchanged, the other engines read it.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield simulate out/graph/deck.cir",
        "hopfield simulate out/graph/deck.cir --engine ngspice --out out/waves",
        "hopfield simulate out/graph/deck.cir --cross-check",
        "hopfield simulate out/graph/deck.cir --noise thermal,flicker --cross-check",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_deck);
        foreach (var option in (Option[])[_common.Engine, _crossCheck, _tolerance, _kelvin, _common.Seed, _common.Json, _common.Out,
            _common.Quiet])
            command.Options.Add(option);
        _common.Noise.AddTo(command);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(_deck);
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        var engine = CircuitEngines.Find(parsed.GetValue(_common.Engine) ?? "auto");
        var noise = Noise(parsed);
        var noisy = noise is null ? null : NoisyDeck.Read(path, noise, parsed.GetValue(_crossCheck));
        var clock = Stopwatch.StartNew();
        var solution = noisy is null ? Answer(engine, path, null, cancellation) : noisy.On(engine, cancellation);
        double wall = clock.Elapsed.TotalSeconds,
            quiet = SettleTime.Seconds(solution.Volts.Seconds, solution.Volts.Values, PreparedContinuousMachine.SettleFraction * Swing(solution.Volts));
        double? settle = SettleTime.HasSettled(solution, quiet) ? quiet : null;
        var comparisons = parsed.GetValue(_crossCheck)
            ? Compare(engine, solution, other => noisy is null ? Answer(other, path, solution.Volts.Seconds, cancellation)
            : noisy.On(other, cancellation)) : [];

        json?.Write(RecordJson.Of(Record(path, solution, settle, comparisons)));
        if (folder is not null) WriteWaveforms(folder, solution.Volts);
        if (!parsed.GetValue(_common.Quiet)) Print(solution, settle, wall, comparisons, folder);
        double tolerance = parsed.GetValue(_tolerance);
        return solution.Converged && comparisons.All(c => c.WorstVoltsDifference <= tolerance) ? ExitCode.Done : ExitCode.NotReached;
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

    private NoiseSettings? Noise(ParseResult parsed)
    {
        double? kelvin = parsed.GetValue(_kelvin);
        var noise = _common.Noise.Read(parsed, kelvin, "continuous");
        if (noise is null && kelvin is not null) throw new ArgumentException("--temperature is that of the noise, and needs --noise");
        return noise is null ? null : noise with { Key = RandomKey.FromSeed(parsed.GetValue(_common.Seed)).Fold("noise") };
    }

    private static List<Comparison> Compare(ICircuitEngine first, CircuitSolution solution, Func<ICircuitEngine, CircuitSolution> answer)
    {
        var rows = new List<Comparison>();
        foreach (var (engine, availability) in CircuitEngines.All)
        {
            if (engine.Name == first.Name || !availability.Present) continue;
            var other = answer(engine);
            double worst = 0;
            string where = "-";
            foreach (string node in solution.Volts.Names.Intersect(other.Volts.Names))
            {
                double[] a = solution.Volts[node], b = other.Volts[node];
                for (int k = 0; k < Math.Min(a.Length, b.Length); k++)
                    if (Math.Abs(a[k] - b[k]) > worst) (worst, where) = (Math.Abs(a[k] - b[k]), node);
            }
            rows.Add(new(engine.Name, worst, where));
        }
        return rows;
    }

    private static object Record(string path, CircuitSolution solution, double? settle, IReadOnlyList<Comparison> comparisons) => new
    {
        Problem = Path.GetFileName(path),
        Machine = "deck",
        solution.Engine,
        solution.EngineVersion,
        Seed = (ulong?)null,
        BestScore = (double?)null,
        BestEnergy = (double?)null,
        BestKnown = (double?)null,
        Runs = new[]
        {
            new { Seed = (ulong?)null, Energy = (double?)null, Score = (double?)null, Feasible = true, Settled = settle is not null,
                SettleSeconds = settle, EnergyJoules = settle is { } end ? solution.DeliveredJoulesUntil(end) : solution.DeliveredJoules },
        },
        Residual = solution.ResidualAmperes,
        solution.Converged,
        solution.Steps,
        solution.Parameters,
        solution.Warnings,
        FinalVolts = solution.Volts.Names.Zip(solution.Volts.Values, (name, values) => (name, values[^1]))
            .ToDictionary(p => p.name, p => p.Item2),
        CrossCheck = comparisons,
        Version = ProgramVersion.Text,
    };

    private static void Print(CircuitSolution solution, double? settle, double wall, IReadOnlyList<Comparison> comparisons, string? folder)
    {
        var volts = solution.Volts;
        Console.Out.WriteLine($"{solution.Engine} {solution.EngineVersion}: {solution.Steps} steps to {Quantity.Text(volts.Seconds[^1], "s")} in "
            + $"{Quantity.Text(wall, "s")}; {(settle is { } time ? $"settled after {Quantity.Text(time, "s")}" : "still moving at the end")}, delivered {Quantity.Text(solution.DeliveredJoules, "J")}, "
            + $"residual {Quantity.Text(solution.ResidualAmperes, "A")}");
        foreach (string warning in solution.Warnings) Console.Out.WriteLine($"warning: {warning}");
        var table = new ResultTable("node", "start", "end");
        for (int s = 0; s < Math.Min(MostRows, volts.Names.Length); s++)
            table.Add(volts.Names[s], Quantity.Text(volts.Values[s][0], "V"), Quantity.Text(volts.Values[s][^1], "V"));
        table.Print();
        if (volts.Names.Length > MostRows) Console.Out.WriteLine($"and {volts.Names.Length - MostRows} more; --json or --out has them all");
        if (comparisons.Count > 0)
        {
            var against = new ResultTable("engine", "worst |dV|", "at node");
            foreach (var row in comparisons) against.Add(row.Engine, Quantity.Text(row.WorstVoltsDifference, "V"), row.Node);
            against.Print();
        }
        if (folder is not null) Console.Out.WriteLine($"waveforms: {Path.Combine(folder, "waveforms.csv")}");
    }

    private static void WriteWaveforms(string folder, Waveforms volts)
    {
        using var writer = new StreamWriter(Path.Combine(folder, "waveforms.csv"));
        writer.WriteLine("seconds," + string.Join(',', volts.Names));
        for (int k = 0; k < volts.Seconds.Length; k++)
            writer.WriteLine(string.Join(',', volts.Values.Select(v => v[k]).Prepend(volts.Seconds[k])
                .Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double Swing(Waveforms volts) => volts.Values.Length == 0 ? 0 : volts.Values.Max(v => Math.Max(v.Max(), -v.Min()));

    private sealed record Comparison(string Engine, double WorstVoltsDifference, string Node);
}
