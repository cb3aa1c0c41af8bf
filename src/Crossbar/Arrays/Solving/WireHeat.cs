using System.Numerics.Tensors;

namespace Crossbar.Arrays.Solving;

/// <summary>Heat in the wires and in the terminals of an array, from the voltage differences along its lines.</summary>
internal static class WireHeat
{
    /// <summary>Heat in all wire segments and in all terminal resistances, W.</summary>
    /// <param name="grid">Layout of the voltages.</param>
    /// <param name="circuit">The array.</param>
    /// <param name="words">Its word lines.</param>
    /// <param name="bits">Its bit lines.</param>
    /// <param name="w">Word-line losses, V.</param>
    /// <param name="b">Bit-line losses, V.</param>
    public static (double Wire, double Terminal) Of(PaddedGrid grid, ArrayCircuit circuit, LineFamily words, LineFamily bits, double[] w,
        double[] b)
    {
        int rows = grid.Rows, columns = grid.Columns, stride = grid.Stride;
        double wire = 0, terminal = 0;
        for (int i = 0; i < rows; i++)
        {
            var line = w.AsSpan(i * stride, columns);
            if (!words.IsIdeal) wire += SquaredSteps(line[..^1], line[1..]) / words.SegmentOhms;
            End(words.Start[i] * line[0], words.SegmentOhms, circuit.WordTerminals.StartOf(i));
            End(words.End[i] * line[^1], words.SegmentOhms, circuit.WordTerminals.EndOf(i));
            if (!bits.IsIdeal && i > 0)
                wire += SquaredSteps(b.AsSpan((i - 1) * stride, columns), b.AsSpan(i * stride, columns)) / bits.SegmentOhms;
        }
        for (int j = 0; j < columns; j++)
        {
            End(bits.Start[j] * b[j], bits.SegmentOhms, circuit.BitTerminals.StartOf(j));
            End(bits.End[j] * b[(rows - 1) * stride + j], bits.SegmentOhms, circuit.BitTerminals.EndOf(j));
        }
        return (wire, terminal);

        void End(double amperes, double segmentOhms, double portOhms)
        {
            if (amperes == 0) return;
            wire += segmentOhms * amperes * amperes;
            terminal += portOhms * amperes * amperes;
        }
    }

    private static double SquaredSteps(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        double distance = from.Length == 0 ? 0 : TensorPrimitives.Distance(from, to);
        return distance * distance;
    }
}
