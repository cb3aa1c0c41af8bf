namespace Crossbar.Engines.Reduced;

/// <summary>All noise of a circuit at one point of the noise grid, without the voltages that cells multiply it by.</summary>
/// <param name="NodeAmperes">Thermal current into each state node, A.</param>
/// <param name="InputVolts">Voltage in series with each amplifier's input, V.</param>
/// <param name="Cells">y of the cells. Shape: array × response × cell.</param>
internal sealed record NoiseSample(double[] NodeAmperes, double[] InputVolts, double[][][] Cells)
{
    /// <summary>Becomes what straight lines give between two samples.</summary>
    public void SetBetween(NoiseSample before, NoiseSample after, double part)
    {
        Between(before.NodeAmperes, after.NodeAmperes, part, NodeAmperes);
        Between(before.InputVolts, after.InputVolts, part, InputVolts);
        for (int a = 0; a < Cells.Length; a++)
            for (int g = 0; g < Cells[a].Length; g++) Between(before.Cells[a][g], after.Cells[a][g], part, Cells[a][g]);
    }

    private static void Between(double[] before, double[] after, double part, double[] target)
    {
        for (int i = 0; i < target.Length; i++) target[i] = before[i] + part * (after[i] - before[i]);
    }
}
