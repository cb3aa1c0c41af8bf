using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;

namespace Crossbar.Engines;

/// <summary>The noise of every cell of a circuit's arrays as netlist elements beside the written-out cells.</summary>
internal static class CellNoiseElements
{
    /// <summary>One element per closed cell and response, array by array.</summary>
    public static List<SampledNoise> Of(
        Netlist netlist, NoiseSettings noise, IReadOnlyList<INoiseModel> kinds, double[] seconds, string engineName)
    {
        var arrays = netlist.Elements.OfType<CrossbarArray>().ToList();
        if (arrays.Count == 0) throw CircuitNoise.NoArray(engineName, kinds[0].Name);
        return [.. arrays.SelectMany((array, index) => Of(array, index, noise, kinds, seconds))];
    }

    private static List<SampledNoise> Of(
        CrossbarArray array, int index, NoiseSettings noise, IReadOnlyList<INoiseModel> kinds, double[] seconds)
    {
        double[] siemens = array.Cells.Siemens;
        var process = new CellSamples(kinds, new()
        {
            Siemens = siemens,
            StepSeconds = seconds[1] - seconds[0],
            Kelvin = noise.Kelvin,
            Key = CircuitNoise.ArrayKey(noise, index),
        });
        int groups = process.Responses.Count;
        double[][] now = [.. process.Responses.Select(_ => new double[siemens.Length])];
        double[][][] waves = [.. now.Select(_ => siemens.Select(g => g > 0 ? new double[seconds.Length] : []).ToArray())];
        for (int k = 0; k < seconds.Length; k++)
        {
            process.Next(now);
            for (int g = 0; g < groups; g++)
                for (int c = 0; c < siemens.Length; c++)
                    if (siemens[c] > 0) waves[g][c][k] = now[g][c];
        }
        var elements = new List<SampledNoise>();
        for (int c = 0; c < siemens.Length; c++)
        {
            if (siemens[c] == 0) continue;
            int row = c / array.Cells.Columns, column = c % array.Cells.Columns;
            for (int g = 0; g < groups; g++)
                elements.Add(new($"{array.Name}_noise{g}_r{row}_c{column}", CrossbarExpansion.WordNode(array, row, column),
                    CrossbarExpansion.BitNode(array, row, column), SourceWaveform.PiecewiseLinear(seconds, waves[g][c]),
                        process.Responses[g]));
        }
        return elements;
    }
}
