using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Planning.Maps;

namespace Reproduction.Arrays;

/// <summary>The example of badcrossbar's README: 3 × 5 cells, 0.5 Ω segments; every printed current to its last digit.</summary>
public sealed class BadcrossbarExample : IClaimFamily
{
    private static readonly double[] s_ohms = [345, 903, 755, 257, 646, 652, 401, 508, 166, 454, 442, 874, 190, 244, 635];
    private static readonly double[] s_outputMilliamperes = [11.5850, 9.1906, 15.1157, 25.8332, 9.8118],
        s_idealMilliamperes = [11.7216, 9.3419, 15.4617, 26.6592, 10.0652];

    public string Name => "badcrossbar-example";
    public string Summary => "Output, device and wire currents of badcrossbar's README example.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "array.badcrossbar.readme",
            Statement = "Output currents, a device current, a word-line current and a bit-line voltage of the README example; the largest deviation in units of the last printed digit.",
            Source = "badcrossbar 1.1.0 (Joksas and Mehonic 2020, SoftwareX 12:100617), README example; six digits by an independent nodal solution",
            Published = "11.5850, 9.1906, 15.1157, 25.8332, 9.8118 mA",
            Protocol = "R as printed, V = 1.5, 2.3, 1.7 V at the left, bit lines grounded at the bottom, 0.5 Ω in every segment",
            Reproduces = new(0, 0.5000001),
            Unit = "last digits",
            Quick = true,
            Measure = (_, cancellation) => Measure(cancellation),
        },
    ];

    private static Finding Measure(CancellationToken cancellation)
    {
        var cells = new ConductanceMatrix(3, 5, [.. s_ohms.Select(ohms => 1 / ohms)]);
        double[] volts = [1.5, 2.3, 1.7];
        var solution = ArraySolver.Solve(cells, ArrayWires.Uniform(0.5), volts, new double[5], new() { OutputTolerance = 1e-13 },
            cancellation);
        double[] amperes = solution.CellAmperes(), ideal = IdealProduct.Amperes(cells, volts);
        var off = new List<double>
        {
            Math.Abs(1e3 * amperes[2 * 5 + 4] - 2.61117) / 1e-5,
            Math.Abs(1e3 * (amperes[5 + 3] + amperes[5 + 4]) - 18.3449) / 1e-4, // what the segment before cell [1,3] carries on
            Math.Abs(1e3 * solution.BitNodeVolts[5 + 3] - 22.4492) / 1e-4,
        };
        for (int j = 0; j < 5; j++)
        {
            off.Add(Math.Abs(1e3 * solution.OutputAmperes[j] - s_outputMilliamperes[j]) / 1e-4);
            off.Add(Math.Abs(1e3 * ideal[j] - s_idealMilliamperes[j]) / 1e-4);
        }
        return new Finding(off.Max())
        {
            Detail = $"Outputs {string.Join(", ", solution.OutputAmperes.Select(a => (1e3 * a).ToString("f6", System.Globalization.CultureInfo.InvariantCulture)))} mA.",
        }.Require(solution.Converged, "the solution reached its tolerance");
    }
}
