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
            int block = prepared is IReplicaMachine replicas ? replicas.BlockRuns : 1;
            var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, (runs + block - 1) / block, options, b =>
            {
                int[] numbers = [.. Enumerable.Range(b * block, Math.Min(block, runs - b * block))];
                RandomKey[] keys = [.. numbers.Select(number => SolveResult.KeyOf(seed, number))];
                IProblem[] instances = [.. numbers.Select(problem)];
                double[][] starts = [.. numbers.Select((_, k) => startOf(instances[k], keys[k]))];
                var traces = prepared is IReplicaMachine together ? together.SettleBlock(starts, keys, cancellation)
                    : [prepared.Settle(starts[0], keys[0], cancellation)];
                for (int k = 0; k < numbers.Length; k++)
                {
                    done[numbers[k]] = new(numbers[k], starts[k], traces[k], instances[k].Decode(traces[k].Spins))
                    {
                        BestSeen = traces[k].BestSpins is { } best ? instances[k].Decode(best) : null,
                    };
                    finished();
                }
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
