using Cli.Output;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Sampling;
using Plots;
using Studies.Records;

namespace Cli.Boltzmann;

/// <summary>Sampled means and correlations of an Ising model, their errors, and the exact ones where they can be enumerated.</summary>
internal sealed record GibbsStudy
{
    private const int SweepsBetween = 5, MostDrawn = 200;

    internal required double Temperature { get; init; }

    internal required int Replicas { get; init; }

    /// <summary>Snapshots that were taken before the work ended.</summary>
    internal required int Snapshots { get; init; }

    /// <summary>Over all snapshots.</summary>
    internal required SpinStatistics Sampled { get; init; }

    /// <summary>
    /// Standard error of each mean, from the spread over replicas: those are independent, the snapshots of one are not.
    /// </summary>
    internal required double[] Errors { get; init; }

    /// <summary>By enumeration; null for more than 20 spins.</summary>
    internal SpinStatistics? Exact { get; init; }

    internal static GibbsStudy Of(
        IsingModel model, double temperature, int replicas, int sweeps, int snapshots, RandomKey key, Action finished,
            CancellationToken cancellation)
    {
        var sampler = new ReplicaSampler(model, replicas, key);
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            sampler.Sweep(1, temperature);
            finished();
        }
        int size = model.Size, taken = 0;
        double[] means = new double[size], products = new double[size * size], byReplica = new double[replicas * size];
        double energy = 0;
        for (; taken < snapshots && (taken == 0 || !cancellation.IsCancellationRequested); taken++)
        {
            sampler.Sweep(SweepsBetween, temperature);
            sbyte[][] states = [.. Enumerable.Range(0, replicas).Select(sampler.State)];
            var seen = SpinStatistics.Of(states);
            for (int i = 0; i < size; i++) means[i] += seen.Means[i];
            for (int k = 0; k < products.Length; k++) products[k] += seen.Correlations[k];
            for (int r = 0; r < replicas; r++)
                for (int i = 0; i < size; i++) byReplica[r * size + i] += states[r][i];
            energy += states.Average(state => model.Energy(state));
            finished();
        }
        return new()
        {
            Temperature = temperature,
            Replicas = replicas,
            Snapshots = taken,
            Sampled = new()
            {
                Means = [.. means.Select(sum => sum / taken)],
                Correlations = [.. products.Select(sum => sum / taken)],
                MeanEnergy = energy / taken,
            },
            Errors = [.. Enumerable.Range(0, size).Select(i =>
            {
                double mean = means[i] / taken;
                double squares = Enumerable.Range(0, replicas).Sum(r => Math.Pow(byReplica[r * size + i] / taken - mean, 2));
                return Math.Sqrt(squares / (replicas - 1) / replicas);
            })],
            Exact = size <= SpinStatistics.MostEnumerated ? SpinStatistics.Exact(model, temperature) : null,
        };
    }

    internal ResultTable Summary()
    {
        var table = new ResultTable("figure", "sampled", "exact", "largest difference");
        return table
            .Add("mean energy", Sampled.MeanEnergy.ToString("g6"), Exact?.MeanEnergy.ToString("g6") ?? "-",
                Exact is null ? "-" : Math.Abs(Exact.MeanEnergy - Sampled.MeanEnergy).ToString("g2"))
            .Add("largest |mean|", Sampled.Means.Max(Math.Abs).ToString("f4"), Exact?.Means.Max(Math.Abs).ToString("f4") ?? "-",
                Exact is null ? "-" : Gap(Sampled.Means, Exact.Means).ToString("f4"))
            .Add("largest |correlation|", Pairs(Sampled).Max(Math.Abs).ToString("f4"), Exact is null ? "-"
                : Pairs(Exact).Max(Math.Abs).ToString("f4"),
                Exact is null ? "-" : Gap([.. Pairs(Sampled)], [.. Pairs(Exact)]).ToString("f4"))
            .Add("standard error of a mean", Errors.Max().ToString("f4"), "-", "-");
    }

    internal ResultTable Spins()
    {
        var table = new ResultTable("spin", "mean sampled", "standard error", "exact");
        for (int i = 0; i < Sampled.Means.Length; i++)
            table.Add($"{i + 1}", Sampled.Means[i].ToString("f4"), Errors[i].ToString("f4"), Exact?.Means[i].ToString("f4") ?? "-");
        return table;
    }

    internal object Record(string name, ulong seed) => new
    {
        Problem = name,
        Temperature,
        Seed = seed,
        Replicas,
        Snapshots,
        Sampled = new { Sampled.Means, StandardErrors = Errors, Sampled.Correlations, Sampled.MeanEnergy },
        Exact = Exact is null ? null : new { Exact.Means, Exact.Correlations, Exact.MeanEnergy, Exact.LogPartition },
        Version = ProgramVersion.Text,
    };

    internal IEnumerable<ReportFigure> Drawn()
    {
        int size = Sampled.Means.Length, shown = Math.Min(size, MostDrawn);
        yield return new("correlations", new HeatMap
        {
            Title = "Correlations of the spins",
            Rows = shown,
            Columns = shown,
            Values = [.. Enumerable.Range(0, shown * shown).Select(k => Sampled.Correlations[k / shown * size + k % shown])],
            Scale = new("⟨s s⟩"),
            IsDiverging = true,
            RowName = "spin (from 0)",
            ColumnName = "spin (from 0)",
        }, shown < size ? $"The first {shown} of {size} spins." : "The diagonal is 1.");
        if (Exact is null) yield break;
        double reach = Exact.Means.Concat(Pairs(Exact)).Max(Math.Abs);
        yield return new("comparison", new LineFigure
        {
            Title = "Sampled against exact",
            X = new("exact"),
            Y = new("sampled"),
            Series =
            [
                new("equal", [-reach, reach], [-reach, reach]),
                new("correlations", [.. Pairs(Exact)], [.. Pairs(Sampled)], SeriesStyle.Markers),
                new("means", Exact.Means, Sampled.Means, SeriesStyle.Markers),
            ],
        }, "Every mean and every pair; the exact figures are sums over all states.");
    }

    /// <summary>One number per pair of spins; a single spin has its own.</summary>
    private static IEnumerable<double> Pairs(SpinStatistics of)
    {
        int size = of.Means.Length;
        if (size == 1) return [1];
        return from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, i) select of.Correlations[i * size + j];
    }

    private static double Gap(IEnumerable<double> a, IEnumerable<double> b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
