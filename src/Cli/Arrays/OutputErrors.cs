namespace Cli.Arrays;

/// <summary>The outputs of one product beside the ideal one, in three units.</summary>
/// <param name="OutputAmperes">Output currents with wires, A.</param>
/// <param name="IdealAmperes">The product V·G, A.</param>
/// <param name="ErrorAmperes">Output less ideal, A.</param>
/// <param name="ErrorPercent">The error over the ideal output, per cent; null where that is 0.</param>
/// <param name="ErrorWeightUnits">The error over <paramref name="UnitAmperes"/>.</param>
/// <param name="UnitAmperes">Current that one unit of weight makes at the largest input voltage, A.</param>
internal sealed record OutputErrors(
    double[] OutputAmperes, double[] IdealAmperes, double[] ErrorAmperes, double?[] ErrorPercent, double[] ErrorWeightUnits,
        double UnitAmperes)
{
    internal static OutputErrors Of(double[] outputs, double[] ideal, double unitAmperes)
    {
        double[] error = [.. outputs.Zip(ideal, (o, i) => o - i)];
        return new(outputs, ideal, error, [.. error.Zip(ideal, (e, i) => i == 0 ? null : (double?)(100 * e / i))],
            [.. error.Select(e => e / unitAmperes)], unitAmperes);
    }

    /// <summary>Column of the output that is farthest off.</summary>
    internal int Worst => Array.IndexOf(ErrorAmperes, ErrorAmperes.MaxBy(Math.Abs));
}
