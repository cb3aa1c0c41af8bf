using System.Diagnostics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Cli.Solving;

/// <summary>Runs a problem many times on one machine, on all cores, with the same results at any number of them.</summary>
internal static class Solve
{
    /// <summary>Random start of a run: independent standard normal activations.</summary>
    internal static double[] RandomStart(int size, RandomKey key)
    {
        var stream = key.Fold("start").Stream();
        var start = new double[size];
        for (int i = 0; i < size; i++) start[i] = stream.NextGaussian();
        return start;
    }

    /// <summary>All runs; cancellation ends them early and keeps what is finished.</summary>
    /// <param name="problem">The instance of each run: recall has another cue every time, the others are always the same.</param>
    /// <param name="machine">What settles it.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="seed">Seed of the command.</param>
    /// <param name="startOf">Start activations of a run, from its problem and key.</param>
    /// <param name="finished">Called once per finished run, from any thread.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal static SolveResult Run(
        Func<int, IProblem> problem, IMachine machine, int runs, ulong seed, Func<IProblem, RandomKey, double[]> startOf,
        Action finished, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var first = problem(0);
        var model = first.Encode();
        var done = new SolvedRun?[runs];
        bool cancelled = false;
        try
        {
            var prepared = machine.Prepare(model, cancellation);
            Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
            {
                var key = SolveResult.KeyOf(seed, number);
                var instance = problem(number);
                var start = startOf(instance, key);
                var trace = prepared.Settle(start, key, cancellation);
                done[number] = new(number, start, trace, instance.Decode(trace.Spins));
                finished();
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            cancelled = true;
        }
        catch (AggregateException several) when (cancellation.IsCancellationRequested
            && several.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            cancelled = true;
        }
        SolvedRun[] kept = [.. done.Where(run => run is not null).Select(run => run!)];
        return new SolveResult
        {
            Problem = first,
            Model = model,
            Machine = kept.FirstOrDefault()?.Trace.Machine ?? machine.Name,
            Engine = kept.FirstOrDefault()?.Trace.Engine ?? machine.Name,
            Runs = kept,
            Cancelled = cancelled,
            WallSeconds = clock.Elapsed.TotalSeconds,
        };
    }
}
