namespace Crossbar.Engines.Reduced;

/// <summary>All noise of a circuit at one point of the noise grid, without the voltages that cells multiply it by.</summary>
/// <param name="NodeAmperes">Thermal current into each state node, A.</param>
/// <param name="InputVolts">Voltage in series with each amplifier's input, V.</param>
/// <param name="Cells">y of the cells. Shape: array × response × cell.</param>
internal sealed record NoiseSample(double[] NodeAmperes, double[] InputVolts, double[][][] Cells)
{
    /// <summary>Moves every number towards that of an earlier sample, so that <paramref name="part"/> of the way between the two remains.</summary>
    public void ShortenTo(double part, NoiseSample earlier)
    {
        Shorten(NodeAmperes, earlier.NodeAmperes, part);
        Shorten(InputVolts, earlier.InputVolts, part);
        for (int a = 0; a < Cells.Length; a++)
            for (int g = 0; g < Cells[a].Length; g++) Shorten(Cells[a][g], earlier.Cells[a][g], part);
    }

    private static void Shorten(double[] numbers, double[] earlier, double part)
    {
        for (int i = 0; i < numbers.Length; i++) numbers[i] = earlier[i] + part * (numbers[i] - earlier[i]);
    }
}
