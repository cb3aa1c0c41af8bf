namespace Studies.Solving;

/// <summary>The different final states of an experiment, lowest energy first, as dimod's users expect: which state, how low, how
/// often.</summary>
/// <param name="Labels">Name of each variable in the user's file; null where they are numbered.</param>
/// <param name="States">The states.</param>
public sealed record SampleSet(IReadOnlyList<string>? Labels, IReadOnlyList<Sample> States)
{
    /// <summary>Of all finished runs.</summary>
    public static SampleSet Of(ExperimentRuns runs) => new(runs.Problem.Labels, [.. runs.Runs
        .GroupBy(run => string.Concat(run.Trace.Spins.Select(spin => spin > 0 ? '+' : '-')))
        .Select(group => new Sample(group.Key, group.First().Trace.Energy, group.Count(), [.. group.Select(run => run.Number)]))
        .OrderBy(sample => sample.Energy).ThenBy(sample => sample.Runs[0])]);
}

/// <summary>One state.</summary>
/// <param name="Spins">One character per spin: + or −, as ASCII.</param>
/// <param name="Energy">E of the state.</param>
/// <param name="Occurrences">Runs that ended in it.</param>
/// <param name="Runs">Their numbers.</param>
public sealed record Sample(string Spins, double Energy, int Occurrences, IReadOnlyList<int> Runs);
