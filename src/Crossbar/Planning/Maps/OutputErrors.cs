namespace Crossbar.Planning.Maps;

/// <summary>The outputs of one product beside the ideal one, in three units.</summary>
/// <param name="OutputAmperes">Output currents with wires, A.</param>
/// <param name="IdealAmperes">The product V·G, A.</param>
/// <param name="ErrorAmperes">Output less ideal, A.</param>
/// <param name="ErrorPercent">The error over the ideal output, per cent; null where that is 0.</param>
/// <param name="ErrorWeightUnits">The error over <paramref name="UnitAmperes"/>.</param>
/// <param name="UnitAmperes">Current that one unit of weight makes at the largest input voltage, A.</param>
public sealed record OutputErrors(
    double[] OutputAmperes, double[] IdealAmperes, double[] ErrorAmperes, double?[] ErrorPercent, double[] ErrorWeightUnits,
    double UnitAmperes)
{
    /// <summary>Compares.</summary>
    /// <param name="outputs">Output currents with wires, A.</param>
    /// <param name="ideal">The ideal ones, A.</param>
    /// <param name="unitAmperes">Current of one unit of weight, A.</param>
    public static OutputErrors Of(double[] outputs, double[] ideal, double unitAmperes)
    {
        double[] error = [.. outputs.Zip(ideal, (o, i) => o - i)];
        return new(outputs, ideal, error, [.. error.Zip(ideal, (e, i) => i == 0 ? null : (double?)(100 * e / i))],
            [.. error.Select(e => e / unitAmperes)], unitAmperes);
    }

    /// <summary>Column of the output that is farthest off.</summary>
    public int FarthestOff() => Array.IndexOf(ErrorAmperes, ErrorAmperes.MaxBy(Math.Abs));
}
