using Crossbar.Costs;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Hopfield.Model;
using Solvers.Problems;
using Studies.Solving;
using Activity = Crossbar.Costs.Activity;
using Process = System.Diagnostics.Process;

namespace Studies.Energy;

/// <summary>The course of an <see cref="EnergyStudy"/>: runs the analogue machine on an instance, and prices its runs and those of digital
/// machines that do the same.</summary>
internal sealed class EnergyAccount(EnergyStudy study, IStudyProgress? progress, CancellationToken cancellation)
{
    /// <summary>States of runs for which the array is solved.</summary>
    private const int PowerStates = 8;

    private readonly SolveJob _job = study.Problem.Job(study.Seed);

    /// <summary>Everything.</summary>
    internal EnergyRecord Run()
    {
        var problem = _job.Problem(0);
        progress?.Begin($"{_job.Name}: {study.Machine.Name}", study.Runs);
        var (result, processor) = Timed(() => Experiment.Run(_job, study.Machine.Make(problem, study.Seed), study.Runs, study.Seed, progress,
            cancellation));
        if (result.Runs.Count == 0) throw new OperationCanceledException(cancellation);
        // Once more, warm: the first pass compiles the program.
        if (result.WallSeconds < 2 && !result.Cancelled) (_, processor) = Timed(Again);
        var (target, origin) = Target(result);
        int successes = result.Runs.Count(run => Reaches(problem, Answer(run), target));
        var analogue = result.Settled is ClockedMachine ? Clocked(result) : Continuous(result);
        var rows = new List<EnergyRow>();
        foreach (var preset in study.Presets)
        {
            if (preset.Machine != study.Machine.Name)
                throw new ArgumentException($"cost preset {preset.Name} prices a {preset.Machine} machine; "
                    + $"expected one for the {study.Machine.Name} one");
            string mismatch = analogue.Parameters is { } p ? preset.MismatchOf(result.Model.Size, p.BatchColumns, p.ClockHertz) : "";
            rows.Add(EnergyRow.Of(preset, preset.Apply(analogue.Activity, analogue.Measured), successes, result.Runs.Count,
                analogue.Updates,
                mismatch.Length == 0 ? "this run" : $"this run; {mismatch}"));
        }
        foreach (var preset in study.Opponents)
            rows.AddRange(Opponent(preset, result, analogue, successes, processor / result.Runs.Count));
        string meter = "The processor's energy counter (RAPL) is not shown by this machine, so the joules of processors are modelled, not measured.";
        if (RaplMeter.Find() is { } rapl)
        {
            double joules = rapl.JoulesOf(() => Again()) / result.Runs.Count;
            meter = FormattableString.Invariant($"Processor, measured: {joules:g3} J per run of this program's own arithmetic (package by RAPL, less one second of idling before).");
            rows.Add(EnergyRow.Measured("cpu-measured", joules, processor / result.Runs.Count, successes, result.Runs.Count,
                analogue.Updates, meter));
        }
        var record = new EnergyRecord
        {
            Options = study,
            ProcessorMeter = meter,
            Problem = _job.Name,
            Spins = result.Model.Size,
            Machine = study.Machine.Name,
            Seed = study.Seed,
            Target = target,
            TargetOrigin = origin,
            Success = study.Success,
            Successes = successes,
            Runs = result.Runs.Count,
            Rows = rows,
            ArrayBalance = analogue.Balance,
            Notes = analogue.Notes,
            Cancelled = result.Cancelled,
            Analogue = analogue,
        };
        return record with
        {
            Sensitivity = Sensitivity.Of(record, study.Presets[0], study.RunsPerProgramming),
            BreakEven = BreakEven.Of(record, study.Presets[0], study.Engines, study.RunsPerProgramming),
        };
    }

    private ExperimentRuns Again() =>
        Experiment.Run(_job, study.Machine.Make(_job.Problem(0), study.Seed), study.Runs, study.Seed, null, cancellation);

    private static (ExperimentRuns Runs, double ProcessorSeconds) Timed(Func<ExperimentRuns> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var runs = work();
        return (runs, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    private Solution Answer(SolvedRun run) => study.Success == SuccessState.BestSeen && run.BestSeen is { } seen ? seen : run.Solution;

    private static bool Reaches(IProblem problem, Solution answer, double target) =>
        answer is { Feasible: true, Score: { } score } && !problem.Sense.IsBetter(target, score);

    private (double Target, string Origin) Target(ExperimentRuns result)
    {
        if (study.Target is { } asked) return (asked, "asked for");
        if (result.Problem.BestKnown is { } best)
            return (best.Score, best.Proven ? $"optimum, {best.Source}" : $"best known, {best.Source}");
        double[] scores = [.. result.Runs.SelectMany(run => (Solution?[])[run.Solution, run.BestSeen])
            .Where(s => s is { Feasible: true, Score: not null }).Select(s => s!.Score!.Value)];
        if (scores.Length == 0) throw new InvalidOperationException("No run gave a feasible answer, so there is no quality to price; "
            + "expected more Runs or another schedule");
        return (result.Problem.Sense == ScoreSense.Maximise ? scores.Max() : scores.Min(), "the best of these runs, not a proven optimum");
    }

    private AnalogueRun Clocked(ExperimentRuns result)
    {
        var machine = (ClockedMachine)result.Settled;
        var parameters = machine.Parameters;
        var weights = machine.Mapping.Map(result.Model);
        sbyte[][] states = [.. result.Runs.Take(PowerStates / 2).SelectMany(run => (sbyte[][])
            [Spins.FromActivations(run.Start, run.Key), run.Trace.Spins])];
        var power = ArrayReadPower.Of(weights, parameters, states, cancellation);
        var activity = Activity.OfClocked(result.Model.Size, parameters, weights.Cells.Rows, study.RunsPerProgramming);
        double flips = result.Runs.Average(run => run.Trace.Operations!.Flips);
        return new(activity, power.Rows(activity, parameters), (double)parameters.Cycles * result.Model.Size, flips,
            WeightBits(result.Model), power.Imbalance, power.SuppliedWatts,
            parameters, weights.Cells.Rows,
            [FormattableString.Invariant($"array: {power.SuppliedWatts:g4} W supplied, {power.CellWatts:g4} W in cells, {power.WireWatts:g3} W in wires, {power.TerminalWatts:g3} W in terminals while it is read")]);
    }

    private AnalogueRun Continuous(ExperimentRuns result)
    {
        var machine = (PreparedContinuousMachine)result.Prepared!;
        var compiled = machine.Compiled;
        var circuit = result.Engine == ReducedEngine.EngineName ? machine.Circuit : new ReducedEngine().Load(compiled.Netlist, cancellation);
        var audits = new List<ContinuousEnergy>();
        foreach (var run in result.Runs.Take(PowerStates))
        {
            var solution = circuit.Transient(compiled.Request(run.Start), cancellation);
            audits.Add(ContinuousEnergy.Of(compiled, solution, run.Trace.SettleSeconds ?? double.PositiveInfinity, study.Amplifiers,
                cancellation));
        }
        double seconds = audits.Average(audit => audit.Seconds);
        var activity = Activity.OfContinuous(result.Model.Size, seconds, compiled.Weights.Cells.Rows, study.RunsPerProgramming);
        var all = audits.Select(audit => audit.Rows()).ToList();
        double imbalance = audits.Max(audit => audit.Imbalance);
        CostRow[] measured = [.. all[0].Select((row, k) => row with
        {
            UnitJoules = all.Average(rows => rows[k].UnitJoules),
            Source = row.Evidence == CostEvidence.Modelled ? row.Source
                : FormattableString.Invariant($"integrated from the waveforms of {audits.Count} runs until they settled, {seconds:g3} s on average; largest imbalance {imbalance:g2}"),
        })];
        return new(activity, measured, double.NaN, double.NaN, WeightBits(result.Model), imbalance,
            audits.Average(a => a.DeliveredJoules / a.Seconds), null, compiled.Weights.Cells.Rows,
            [FormattableString.Invariant($"power balance: supplied = dissipated + stored to {imbalance:g2}; the engine's own integral agrees to {audits.Max(a => Math.Abs(a.EngineJoules!.Value / a.DeliveredJoules - 1)):g2}")]);
    }

    private static IEnumerable<EnergyRow> Opponent(CostPreset preset, ExperimentRuns result, AnalogueRun analogue, int successes,
        double processorSeconds)
    {
        int n = result.Model.Size, runs = result.Runs.Count;
        if (preset.PublishedToSolutionSeconds is { } published)
        {
            yield return EnergyRow.Published(preset, preset.Apply(Activity.OfTime(preset.Name, published), []));
            yield break;
        }
        if (preset.Machine == "time")
        {
            yield return EnergyRow.Of(preset,
                preset.Apply(Activity.OfTime("processor, this program's own arithmetic", processorSeconds), []), successes, runs,
                analogue.Updates,
                "the same runs, processor time measured here");
            yield break;
        }
        if (double.IsNaN(analogue.Updates)) yield break; // a circuit transient has no updates that a digital engine could repeat
        if (preset.Items.All(item => item.Per == "second"))
        {
            string mismatch = preset.MismatchOf(n, 0, 1);
            yield return EnergyRow.Of(preset,
                preset.Apply(Activity.OfTime(preset.Name, analogue.Updates / preset.UpdatesPerSecond!.Value), []), successes, runs,
                analogue.Updates,
                mismatch.Length == 0 ? "the same updates" : $"the same updates; {mismatch}");
            yield break;
        }
        var row = RowOf(result.Model, analogue.WeightBits);
        double speed = preset.UpdatesPerSecond ?? throw new ArgumentException($"opponent {preset.Name}: updatesPerSecond is missing; "
            + "expected the speed of the digital engine");
        yield return EnergyRow.Of(preset, preset.Apply(Activity.OfDigitalRecompute(row.Entries, analogue.Updates, row.Bits, speed), []),
            successes, runs, analogue.Updates,
            $"the same updates, fields summed afresh{row.Note}");
        var kept = new OperationCounts
        {
            SpinUpdates = (long)analogue.Updates,
            Flips = (long)analogue.Flips,
            CouplingOperations = (long)(analogue.Flips * row.Entries),
        };
        if (preset.Items.Any(item => item.Per == "field-write"))
            yield return EnergyRow.Of(preset, preset.Apply(Activity.OfDigitalIncremental(kept, row.Bits, speed), []), successes, runs,
                analogue.Updates,
                $"the same updates, fields kept and changed by flips{row.Note}");
    }

    /// <summary>The smaller of a dense row and a sparse one with indices: a digital engine stores what costs less.</summary>
    private static (double Entries, int Bits, string Note) RowOf(IsingModel model, int weightBits)
    {
        int n = model.Size, withIndex = weightBits + Math.Max(1, (int)Math.Ceiling(Math.Log2(n)));
        double neighbours = (double)model.Couplings.NonZeroCount / n;
        return neighbours * withIndex < (double)n * weightBits
            ? (neighbours, withIndex, FormattableString.Invariant($"; sparse rows, {neighbours:g3} neighbours")) : (n, weightBits, "");
    }

    /// <summary>Bits that a digital memory needs for a weight: 1 for 0 and one value, else enough for the signed levels.</summary>
    internal static int WeightBits(IsingModel model)
    {
        double unit = double.PositiveInfinity, largest = 0;
        bool plus = false, minus = false;
        for (int i = 0; i < model.Size; i++)
            foreach (var (_, value) in model.Couplings.Row(i))
            {
                unit = Math.Min(unit, Math.Abs(value));
                largest = Math.Max(largest, Math.Abs(value));
                (plus, minus) = (plus || value > 0, minus || value < 0);
            }
        if (largest == 0) return 1;
        int levels = (int)Math.Min(255, Math.Ceiling(largest / unit - 1e-9));
        return Math.Max(1, (int)Math.Ceiling(Math.Log2((plus && minus ? 2 : 1) * levels + 1)));
    }
}
