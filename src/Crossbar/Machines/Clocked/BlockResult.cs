namespace Crossbar.Machines.Clocked;

/// <summary>Sums over the runs of one block.</summary>
/// <param name="EnergySums">Sum of the runs' energies after each cycle, and before the first.</param>
/// <param name="Flips">Flips of all 64 lanes.</param>
internal sealed record BlockCounts(double[] EnergySums, long Flips);

/// <summary>What one block of runs gave.</summary>
internal sealed record BlockResult(
    double[] FinalEnergies, double[] BestEnergies, int[] BestCycles, sbyte[][] FinalSpins, sbyte[][] BestSpins, BlockCounts Counts,
        double Drift)
{
    public static BlockResult Of(ReplicaBlock block, int used, BlockCounts counts, PreparedClockedMachine machine)
    {
        var runs = Enumerable.Range(0, used);
        sbyte[][] final = [.. runs.Select(block.State)], best = [.. runs.Select(block.BestState)];
        double[] energies = [.. final.Select(spins => machine.Model.Energy(spins))];
        double drift = runs.Max(r => Math.Abs(machine.ToModel(block.Energies[r]) - energies[r]));
        return new(energies, [.. best.Select(spins => machine.Model.Energy(spins))], [.. runs.Select(r => (int)block.BestCycles[r])], final,
            best,
            counts, drift);
    }

    public static ClockedRuns Join(IReadOnlyList<BlockResult> blocks, int cycles)
    {
        int runs = blocks.Sum(block => block.FinalEnergies.Length), size = blocks[0].FinalSpins[0].Length;
        var mean = new double[cycles + 1];
        foreach (var block in blocks)
            for (int cycle = 0; cycle <= cycles; cycle++) mean[cycle] += block.Counts.EnergySums[cycle] / runs;
        return new()
        {
            FinalEnergies = [.. blocks.SelectMany(block => block.FinalEnergies)],
            BestEnergies = [.. blocks.SelectMany(block => block.BestEnergies)],
            BestCycles = [.. blocks.SelectMany(block => block.BestCycles)],
            FinalSpins = [.. blocks.SelectMany(block => block.FinalSpins)],
            BestSpins = [.. blocks.SelectMany(block => block.BestSpins)],
            MeanEnergyPerCycle = mean,
            Updates = (long)runs * cycles * size,
            Flips = blocks.Sum(block => block.Counts.Flips),
            EnergyDrift = blocks.Max(block => block.Drift),
        };
    }
}
