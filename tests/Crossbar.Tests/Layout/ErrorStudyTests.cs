using Crossbar.Arrays;
using Crossbar.Planning.Errors;
using Hopfield.Numerics;

namespace Crossbar.Tests.Layout;

public class ErrorStudyTests(ITestOutputHelper output)
{
    public static TheoryData<WeightPlacement> Placements => [.. Enum.GetValues<WeightPlacement>()];

    [Theory]
    [MemberData(nameof(Placements))]
    public void Typical_WithIdealWires_IsExactExceptForTheOffCurrentOfSingleCells(WeightPlacement placement)
    {
        var study = new ErrorStudy(new() { Placement = placement, Calibration = OutputCalibration.None }, ArrayWires.Ideal);
        var error = study.Typical(16, 16, RandomKey.FromSeed(1));
        if (placement != WeightPlacement.Single)
        {
            Assert.InRange(error.LargestWeightUnits, 0, 1e-11);
            return;
        }
        // Every cell adds G_off of ±1 inputs: a random walk of 16 steps of G_off / (G_on − G_off) units.
        Assert.Equal(4 / 99.0, error.RmsWeightUnits, 0.005);
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Adversarial_AgainstAllWeightsAndInputsOfASmallArray_IsTheLargestError(WeightPlacement placement)
    {
        // Wires that cost several per cent; every weight of {0, 1} or {−1, 0, 1} and every input of ±1, 3 × 2 weights.
        var study = new ErrorStudy(new() { Placement = placement, OffSiemens = 0 }, ArrayWires.Uniform(200));
        double[] values = placement is WeightPlacement.ColumnPair or WeightPlacement.RowPair ? [-1, 0, 1] : [0, 1];
        double worst = 0;
        foreach (double[] weights in All(values, 6))
            if (weights.Any(w => Math.Abs(w) == 1)) // an all-zero matrix has no unit
                foreach (double[] signs in All([-1, 1], 3))
                    worst = Math.Max(worst, study.ErrorsOf(weights, 3, 2, signs).Max(Math.Abs));
        int rows = placement == WeightPlacement.RowPair ? 6 : 3, columns = placement switch
        {
            WeightPlacement.ColumnPair => 4,
            WeightPlacement.ReferenceColumn => 3,
            _ => 2,
        };
        double claimed = study.Adversarial(rows, columns);
        output.WriteLine($"{placement}: enumerated {worst}, all ones {claimed}");
        Assert.InRange(claimed, worst * (1 - 1e-9), worst * (1 + 1e-9));
    }

    [Fact]
    public void Typical_OfTheSameKey_IsTheSameAndBelowTheAdversarialCase()
    {
        var study = new ErrorStudy(new() { Calibration = OutputCalibration.None }, ArrayWires.Uniform(5));
        ComputingError first = study.Typical(24, 10, RandomKey.FromSeed(4)), second = study.Typical(24, 10, RandomKey.FromSeed(4));
        Assert.Equal(first, second);
        Assert.NotEqual(first.RmsWeightUnits, study.Typical(24, 10, RandomKey.FromSeed(5)).RmsWeightUnits);
        Assert.InRange(first.LargestWeightUnits, first.RmsWeightUnits, study.Adversarial(24, 10));
        Assert.True(first.Converged && first.MeanWatts > 0);
        Assert.InRange(first.RmsStandardError, 0.001 * first.RmsWeightUnits, 0.3 * first.RmsWeightUnits);
    }

    [Fact]
    public void Typical_WhenCancelledInTheMiddle_ThrowsThatAndNothingElse()
    {
        // From outside, the two levels of threads below must look like one call.
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var study = new ErrorStudy(new() { WeightDraws = 100_000 }, ArrayWires.Uniform(5));
        Assert.ThrowsAny<OperationCanceledException>(() => study.Typical(64, 64, RandomKey.FromSeed(1), source.Token));
    }

    [Fact]
    public void Calibration_OfTheSameDraws_NeverAddsError()
    {
        double Rms(OutputCalibration calibration) =>
            new ErrorStudy(new() { Calibration = calibration }, ArrayWires.Uniform(5)).Typical(32, 32, RandomKey.FromSeed(9))
                .RmsWeightUnits;
        double none = Rms(OutputCalibration.None), gain = Rms(OutputCalibration.Gain), column = Rms(OutputCalibration.ColumnGain);
        output.WriteLine($"none {none:g4}, gain {gain:g4}, column gain {column:g4}");
        Assert.True(column <= gain && gain <= none);
        Assert.True(gain < 0.6 * none); // most of the error of even wires is one common factor
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Place_ThenDecodeTheIdealCurrents_GivesTheProduct(WeightPlacement placement)
    {
        double[] weights = placement is WeightPlacement.ColumnPair or WeightPlacement.RowPair ? [0.5, -2, 0, 1, 3, -1]
            : [0.5, 2, 0, 1, 3, 1];
        var placed = PlacedWeights.Place(placement, 3, 2, weights, placement == WeightPlacement.Single ? 0 : 1e-6, 1e-4);
        double[] signs = [1, -0.5, 0.25], volts = new double[placed.Cells.Rows], sums = new double[2];
        placed.FillVolts(signs, 0.3, volts);
        placed.Decode(Crossbar.Planning.Maps.IdealProduct.Amperes(placed.Cells, volts), 0.3, sums);
        for (int j = 0; j < 2; j++) Assert.Equal(Enumerable.Range(0, 3).Sum(i => signs[i] * weights[2 * i + j]), sums[j], 1e-12);
    }

    [Fact]
    public void Place_OfWeightsThatDoNotFit_SaysWhich()
    {
        var negative = Assert.Throws<ArgumentException>(() => PlacedWeights.Place(WeightPlacement.Single, 2, 1, [1, -1], 0, 1e-4));
        Assert.Contains("Weight [1,0] is -1; expected a number from 0 to 1", negative.Message);
        var large = Assert.Throws<ArgumentException>(() =>
            PlacedWeights.Place(WeightPlacement.RowPair, 2, 1, [1, -3], 0, 1e-4, largestWeight: 2));
        Assert.Contains("Weight [1,0] is -3; expected a number from -2 to 2", large.Message);
        Assert.Throws<ArgumentException>(() => new ErrorStudy(new(), ArrayWires.Ideal).Typical(1, 5, RandomKey.FromSeed(1)));
    }

    private static IEnumerable<double[]> All(double[] values, int length)
    {
        int count = (int)Math.Round(Math.Pow(values.Length, length));
        for (int code = 0; code < count; code++)
        {
            int rest = code;
            yield return [.. Enumerable.Range(0, length).Select(_ =>
            {
                double value = values[rest % values.Length];
                rest /= values.Length;
                return value;
            })];
        }
    }
}
