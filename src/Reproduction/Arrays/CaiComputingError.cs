using System.Globalization;
using Crossbar.Arrays;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Hopfield.Numerics;

namespace Reproduction.Arrays;

/// <summary>The standard deviation of a crossbar's computing error against its size (Cai et al. 2020, Fig. 5c, dense weights). The geometry
/// is not published. The small arrays tell it: their error is that of the off cells' current, so weights sit on single cells without a
/// reference; the growth from 32 to 256 fits one gain for all outputs and word lines driven from both ends (or one end and a gain for each
/// output). The other geometries stand beside it in the details.</summary>
public sealed class CaiComputingError : IClaimFamily
{
    private const string Source = "Cai et al. 2020, Nature Electronics 3:409, Fig. 5c (dense), p. 415 and 416";
    private const string Protocol =
        "symmetric random 0/1 weights of density 0.5 on single cells of 10 kΩ and 1 MΩ, 1 Ω per segment, ±V inputs, word lines driven "
        + "from both ends, no reference column, one least-squares gain for all outputs; rms error over random weights and inputs";

    // Sizes with Fig. 5c's values (read off the figure) and the weight draws that keep a size under some seconds.
    private static readonly (int Size, double Published, int Draws)[] s_points =
        [(8, 0.020, 64), (16, 0.031, 32), (32, 0.051, 16), (64, 0.18, 8), (128, 0.87, 4), (256, 3.7, 3), (512, 10.2, 2), (1024, 19.0, 2)];

    public string Name => "cai-computing-error";
    public string Summary => "Computing error of wired crossbars from 8 x 8 to 1024 x 1024, and the largest that computes integers.";

    public IReadOnlyList<Claim> Claims =>
    [
        .. s_points.Select(Point),
        new()
        {
            Id = "array.cai5c.largest-integer",
            Statement = "Dense arrays compute the exact integer (σ < 0.5) up to about 100 × 100; the largest such size.",
            Source = Source,
            Published = "≈ 100",
            Protocol = Protocol,
            Reproduces = new(50, 200),
            Unit = "lines",
            Quick = true,
            Measure = (context, cancellation) => new(TileSearch.Largest(
                size => Measure(size, 4, s_assumed, context.Key("cai 5c largest"), cancellation).RmsWeightUnits, 0.5, 4, 256).Size),
        },
    ];

    private static readonly Geometry s_assumed = new("both ends, single cells, one gain", WeightPlacement.Single, true,
        OutputCalibration.Gain);

    private static readonly Geometry[] s_others =
    [
        new("one end, single cells, gain per output", WeightPlacement.Single, false, OutputCalibration.ColumnGain),
        new("one end, single cells, one gain", WeightPlacement.Single, false, OutputCalibration.Gain),
        new("one end, single cells, uncalibrated", WeightPlacement.Single, false, OutputCalibration.None),
        new("one end, reference column, one gain", WeightPlacement.ReferenceColumn, false, OutputCalibration.Gain),
        new("one end, pairs of rows, one gain", WeightPlacement.RowPair, false, OutputCalibration.Gain),
    ];

    private static Claim Point((int Size, double Published, int Draws) point) => new()
    {
        Id = $"array.cai5c.n{point.Size:d4}",
        Statement = $"Standard deviation of the computing error at {point.Size} × {point.Size}, in units of weight.",
        Source = Source,
        Published = $"{point.Published.ToString(CultureInfo.InvariantCulture)} units",
        Protocol = Protocol,
        Reproduces = new(point.Published / 2, point.Published * 2),
        Unit = "units",
        Quick = point.Size <= 64,
        Measure = (context, cancellation) =>
        {
            var key = context.Key($"cai 5c {point.Size}");
            var error = Measure(point.Size, point.Draws, s_assumed, key, cancellation);
            double half = 1.96 * error.RmsStandardError;
            // At 1024 each would cost many seconds.
            var others = point.Size > 512 ? [] : s_others.Select(other =>
                $"{other.Name}: {Text(Measure(point.Size, Math.Min(point.Draws, 8), other, key, cancellation).RmsWeightUnits)}");
            return new Finding(error.RmsWeightUnits)
            {
                Interval = point.Draws > 2 ? Interval.Around(error.RmsWeightUnits, half) : null,
                Detail = point.Size > 512 ? "" : $"Other geometries: {string.Join("; ", others)}.",
            }.Require(error.Converged, "every solution reached its tolerance");
        },
    };

    private static ComputingError Measure(int size, int draws, Geometry geometry, RandomKey key, CancellationToken cancellation)
    {
        var parameters = new ErrorStudyParameters
        {
            Placement = geometry.Placement,
            Calibration = geometry.Calibration,
            SymmetricWeights = true,
            WeightDraws = draws,
        };
        int rows = geometry.Placement == WeightPlacement.RowPair ? 2 * size : size;
        int columns = geometry.Placement == WeightPlacement.ReferenceColumn ? size + 1 : size;
        return new ErrorStudy(parameters, ArrayWires.Uniform(1), geometry.BothEnds ? LineTerminals.AtBoth() : LineTerminals.AtStart())
            .Typical(rows, columns, key, cancellation);
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);

    private sealed record Geometry(string Name, WeightPlacement Placement, bool BothEnds, OutputCalibration Calibration);
}
