using System.Diagnostics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Studies.Solving;

/// <summary>Runs a problem many times on one machine, on all cores, with the same results at any number of them.</summary>
public static class Experiment
{
    /// <summary>Runs an instance from random starts.</summary>
    /// <param name="problem">The instance.</param>
    /// <param name="machine">What settles it.</param>
    /// <param name="runs">How many runs, at least 1.</param>
    /// <param name="seed">Source of every random choice; run k is the same however many there are.</param>
    /// <param name="progress">Hears of every finished run.</param>
    /// <param name="cancellation">Ends the work early; what is finished is kept.</param>
    public static ExperimentRuns Run(
        IProblem problem, IMachine machine, int runs, ulong seed, IStudyProgress? progress = null, CancellationToken cancellation = default) =>
        Run(SolveJob.Of(problem), machine, runs, seed, progress, cancellation);

    /// <summary>Runs whatever a job says: another instance or start in every run.</summary>
    /// <inheritdoc cref="Run(IProblem, IMachine, int, ulong, IStudyProgress?, CancellationToken)"/>
    public static ExperimentRuns Run(
        SolveJob job, IMachine machine, int runs, ulong seed, IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        // Long because its blocks fill one list of runs.
        Check.AtLeast(runs, 1, nameof(runs));
        var clock = Stopwatch.StartNew();
        var first = job.Problem(0);
        var model = first.Encode();
        var done = new SolvedRun?[runs];
        IPreparedMachine? prepared = null;
        bool cancelled = false;
        try
        {
            prepared = machine.Prepare(model, cancellation);
            int block = prepared is IReplicaMachine replicas ? replicas.BlockRuns : 1;
            var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, (runs + block - 1) / block, options, b => Block(b * block, Math.Min(block, runs - b * block)));
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
        return new ExperimentRuns
        {
            Job = job,
            Problem = first,
            Model = model,
            Settled = machine,
            Prepared = prepared,
            Seed = seed,
            Machine = kept.FirstOrDefault()?.Trace.Machine ?? machine.Name,
            Engine = kept.FirstOrDefault()?.Trace.Engine ?? machine.Name,
            Runs = kept,
            Cancelled = cancelled,
            WallSeconds = clock.Elapsed.TotalSeconds,
        };

        void Block(int from, int count)
        {
            int[] numbers = [.. Enumerable.Range(from, count)];
            RandomKey[] keys = [.. numbers.Select(number => KeyOf(seed, number))];
            IProblem[] instances = [.. numbers.Select(job.Problem)];
            double[][] starts = [.. numbers.Select((_, k) => job.Start(instances[k], keys[k]))];
            var traces = prepared is IReplicaMachine together ? together.SettleBlock(starts, keys, cancellation)
                : [prepared!.Settle(starts[0], keys[0], cancellation)];
            for (int k = 0; k < count; k++)
            {
                done[numbers[k]] = new(numbers[k], keys[k], starts[k], traces[k], model, prepared!)
                {
                    Solution = instances[k].Decode(traces[k].Spins),
                    BestSeen = traces[k].BestSpins is { } best ? instances[k].Decode(best) : null,
                };
                progress?.Finished();
            }
        }
    }

    /// <summary>The key of run <paramref name="number"/> of an experiment with this seed.</summary>
    public static RandomKey KeyOf(ulong seed, int number) => RandomKey.FromSeed(seed).Fold("run").Fold(number);

    /// <summary>Random start of a run: independent standard normal activations.</summary>
    public static double[] RandomStart(int size, RandomKey key)
    {
        var stream = key.Fold("start").Stream();
        var start = new double[size];
        for (int i = 0; i < size; i++) start[i] = stream.NextGaussian();
        return start;
    }
}
