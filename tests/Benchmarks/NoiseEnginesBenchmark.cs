using System.Globalization;
using System.Text;
using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Engines.Ngspice;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>
/// Noise of every kind on 16 neurons with 512 cells: variance, autocorrelation and one run, in all engines that are here.
/// </summary>
internal static class NoiseEnginesBenchmark
{
    private const int StepsPerTau = 40;
    private static readonly double[] s_lags = [0, 0.5, 1, 2];

    public static int Run(string[] args)
    {
        int runs = int.Parse(ResultsPage.Option(args, "--runs") ?? "6", CultureInfo.InvariantCulture);
        double taus = double.Parse(ResultsPage.Option(args, "--time-constants") ?? "25", CultureInfo.InvariantCulture);
        double ownTaus = double.Parse(ResultsPage.Option(args, "--own-time-constants") ?? "1000", CultureInfo.InvariantCulture);
        ICircuitEngine?[] spice = [new NgspiceEngine(), SpiceSharpSupport.TryCreate()];
        var engines = spice.OfType<ICircuitEngine>().Where(engine => engine.Availability.Present).ToList();
        var circuit = new NoisyArray();
        var page = new StringBuilder(Heading(runs, taus, ownTaus, engines, circuit));
        foreach (var model in Kinds(circuit.TimeConstant))
            foreach (var engine in engines) page.Append(Paired(circuit, model, engine, runs, taus));
        page.Append(OwnHeading(runs, ownTaus));
        var theory = circuit.Statistics(new ReducedEngine(), circuit.Netlist, Thermal(0, circuit) with { Key = RandomKey.FromSeed(77) },
            20 * ownTaus, s_lags);
        foreach (var engine in engines) page.Append(Own(circuit, engine, runs, ownTaus, theory));
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    /// <summary>
    /// Every kind that a continuous circuit has; those with times of their own at some time constants, so that they show in a run.
    /// </summary>
    private static IEnumerable<INoiseModel> Kinds(double tau) =>
    [
        new ThermalNoise(), new ShotNoise(), new FlickerNoise { LowHertz = 0.02 / tau, HighHertz = 2 / tau },
        new TelegraphNoise { CaptureSeconds = 2 * tau, EmissionSeconds = tau, SpreadDecades = 1 }, new ReadNoise(), new AmplifierNoise(),
    ];

    private static NoiseSettings Thermal(int run, NoisyArray circuit) => Settings(new ThermalNoise(), run, circuit);

    private static NoiseSettings Settings(INoiseModel model, int run, NoisyArray circuit) => new()
    {
        Models = [model],
        StepSeconds = circuit.TimeConstant / StepsPerTau,
        Key = RandomKey.FromSeed((ulong)run).Fold("noise engines"),
    };

    /// <summary>
    /// The same samples in Reduced, as it runs by itself (held), and in the other engine (straight lines): a difference per run.
    /// </summary>
    private static string Paired(NoisyArray circuit, INoiseModel model, ICircuitEngine engine, int runs, double taus)
    {
        var differences = new double[s_lags.Length, runs];
        double worst = 0, rms = 0;
        for (int run = 0; run < runs; run++)
        {
            var noise = Settings(model, run, circuit);
            double[][] theirs = circuit.Deviations(engine, circuit.Netlist, noise, taus);
            double[][] held = circuit.Deviations(new ReducedEngine(), circuit.Netlist, noise, taus);
            double[][] lines = circuit.Deviations(new ReducedEngine(), circuit.Netlist, noise with { Form = NoiseForm.StraightLines },
                taus);
            double variance = NoisyArray.Correlation(held, 0);
            for (int lag = 0; lag < s_lags.Length; lag++)
            {
                int steps = (int)Math.Round(s_lags[lag] * StepsPerTau);
                differences[lag, run] = 100 * (NoisyArray.Correlation(theirs, steps) - NoisyArray.Correlation(held, steps)) / variance;
            }
            rms += Math.Sqrt(variance) / runs;
            worst = Math.Max(worst, lines.Zip(theirs, (a, b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max()).Max() / Math.Sqrt(variance));
        }
        string row = string.Create(CultureInfo.InvariantCulture,
            $"| {model.Name} | {engine.Name} | {1e6 * rms:g3} | {Cell(differences, 0)} | {Cell(differences, 1)} | ")
            + string.Create(CultureInfo.InvariantCulture, $"{Cell(differences, 2)} | {Cell(differences, 3)} | {worst:0.0e-0} |\n");
        Console.Error.Write(row);
        return row;
    }

    /// <summary>Sources that the engine draws by itself, against a long run of Reduced.</summary>
    private static string Own(NoisyArray circuit, ICircuitEngine engine, int runs, double taus, double[] theory)
    {
        var differences = new double[s_lags.Length, runs];
        for (int run = 0; run < runs; run++)
        {
            var noise = Thermal(run, circuit);
            var netlist = NoiseNetlist.WithThermalSources(circuit.Netlist, noise, noise.StepSeconds!.Value);
            double[] own = circuit.Statistics(engine, netlist, null, taus, s_lags);
            for (int lag = 0; lag < s_lags.Length; lag++) differences[lag, run] = 100 * (own[lag] - theory[lag]) / theory[0];
        }
        string row = $"| {engine.Name} | {Cell(differences, 0)} | {Cell(differences, 1)} | {Cell(differences, 2)} | {Cell(differences, 3)} |\n";
        Console.Error.Write(row);
        return row;
    }

    /// <summary>Mean over the runs and its standard error.</summary>
    private static string Cell(double[,] values, int lag)
    {
        int runs = values.GetLength(1);
        double mean = Enumerable.Range(0, runs).Average(run => values[lag, run]);
        double error = runs < 2 ? double.NaN
            : Math.Sqrt(Enumerable.Range(0, runs).Sum(run => Math.Pow(values[lag, run] - mean, 2)) / (runs - 1) / runs);
        return string.Create(CultureInfo.InvariantCulture, $"{mean:f2} ± {error:f2}");
    }

    private static string Heading(int runs, double taus, double ownTaus, List<ICircuitEngine> engines, NoisyArray circuit) => string.Create(CultureInfo.InvariantCulture, $"""
        # Noise: one array in three engines

        Sixteen neurons round 512 cells of 1 … 100 µS, held away from 0 V by bias currents, loop gain 0.5; node time constant τ = {circuit.TimeConstant * 1e9:f3} ns.
        Written by this command, which anyone can run:

            dotnet run -c Release --project tests/Benchmarks -- noise-engines --runs {runs} --time-constants {taus:g4} --own-time-constants {ownTaus:g4} --out docs/results/noise-engines.md

        Machine: {ResultsPage.Machine()}; {string.Join("; ", engines.Select(e => $"{e.Name} {e.Availability.Version}"))}.

        ## The same samples

        {runs} runs of {taus:g4} τ, noise step τ/{StepsPerTau}, every run with its own key, the first tenth left out. *Noise*: root mean square of a node. *Variance* and
        autocorrelation at a lag: the engine, which joins samples by straight lines, less the reduced engine as it runs by itself (samples held), in per
        cent of the variance, mean over the runs ± its standard error. Straight lines cost white noise h/2τ = {50.0 / StepsPerTau:f2} %. *Worst sample*: largest difference of
        any node at any sample from the reduced engine with straight lines too, over the noise.

        | noise | engine | noise, µV | variance, % | at τ/2, % | at τ, % | at 2τ, % | worst sample |
        |---|---|---|---|---|---|---|---|

        """);

    private static string OwnHeading(int runs, double taus) => string.Create(CultureInfo.InvariantCulture, $"""

        ## Thermal noise that the engine draws itself

        One source 4kTG per pair of nodes (TRNOISE in ngspice, numbers of a key in SpiceSharp), {runs} runs of {taus:g4} τ, against one run of the reduced engine twenty
        times as long; per cent of the variance. Expected of straight lines: −{50.0 / StepsPerTau:f2} % in the variance.

        | engine | variance, % | at τ/2, % | at τ, % | at 2τ, % |
        |---|---|---|---|---|

        """);
}
