using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Mapping;
using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Hopfield.Numerics;

namespace Crossbar.Tests.Layout;

public class TilingTests(ITestOutputHelper output)
{
    private static readonly Technology s_technology = TechnologyFile.Find("cai2020");

    [Theory]
    [InlineData(1, 0.5, 10, 1, 100)]
    [InlineData(2, 0.5, 10, 2, 100)]
    [InlineData(2, 0.5, 10, 2, 10)]
    [InlineData(1, 0.009, 0, 1, 100)]
    public void Largest_OfAnErrorThatGrowsAsTheSquare_IsTheLastSizeWithinTheBudget(int step, double budget, int expected, int smallest,
        int limit)
    {
        int calls = 0;
        var found = TileSearch.Largest(size =>
        {
            Assert.Equal(0, size % step);
            calls++;
            return 0.0045 * size * size + 0.005;
        }, budget, smallest, limit);
        Assert.Equal(expected, found.Size);
        if (expected == limit) Assert.True(double.IsNaN(found.NextError));
        else Assert.True(found.NextError > budget);
        Assert.InRange(calls, 1, 12);
    }

    [Fact]
    public void Measure_WithWiresOfNoResistance_AddsUpToTheExactProductWhateverTheTiles()
    {
        var ideal = s_technology with { WordSegmentOhms = 0, BitSegmentOhms = 0 };
        var weights = Weights(19, 13);
        foreach (int lines in (int[])[4, 6, 10, 64])
        {
            var choice = new TilingStudy(ideal, new() { Calibration = OutputCalibration.None }, new(), new())
                .Measure(19, 13, weights, lines, RandomKey.FromSeed(1));
            Assert.InRange(choice.LargestWeightUnits, 0, 1e-10);
            Assert.Equal((int)Math.Ceiling(19 / (lines / 2.0)), choice.TilesDown);
            Assert.Equal((int)Math.Ceiling(13.0 / lines), choice.TilesAcross);
            Assert.Equal(13 * choice.TilesDown, choice.Conversions);
            // Every weight lies on two cells, once.
            Assert.Equal(2 * 19 * 13 * ideal.CellSquareMetres, choice.ArraySquareMetres, 1e-20);
        }
    }

    [Fact]
    public void Measure_OfLargerTiles_HasMoreErrorAndFewerConversions()
    {
        var weights = Weights(64, 64);
        var study = new TilingStudy(s_technology, new() { Placement = WeightPlacement.ColumnPair }, new(), new());
        var choices = ((int[])[16, 32, 64, 128]).Select(lines => study.Measure(64, 64, weights, lines, RandomKey.FromSeed(2))).ToList();
        foreach (var c in choices) output.WriteLine($"{c.TileLines}: {c.RmsWeightUnits:g3} units, {c.Joules:g3} J, {c.Conversions} conversions");
        for (int k = 1; k < choices.Count; k++)
        {
            Assert.True(choices[k].RmsWeightUnits > 1.5 * choices[k - 1].RmsWeightUnits);
            Assert.Equal(64 * Math.Max(1, 64 / choices[k].TileLines), choices[k].Conversions);
            Assert.True(choices[k].SettleSeconds > choices[k - 1].SettleSeconds);
        }
        Assert.Equal(64 * 1.67e-12, choices[^1].ConversionJoules, 1e-20);
        Assert.Equal(0, choices[^1].AdditionJoules);
        // One whole tile is the array of the error study with the same weights.
        Assert.Equal(new ErrorStudy(new() { Placement = WeightPlacement.ColumnPair }, ArrayWires.Uniform(1))
            .OfWeights(64, 64, weights, RandomKey.FromSeed(2)).RelativeRms,
            choices[^1].RelativeRms, 0.2 * choices[^1].RelativeRms);
    }

    [Theory]
    [InlineData(WeightPlacement.RowPair)]
    [InlineData(WeightPlacement.ColumnPair)]
    public void Measure_WithCompensation_LeavesLittleAndWithAssignmentLess(WeightPlacement placement)
    {
        // Weights whose columns and rows differ in size, heaviest far from drivers and sense nodes.
        var weights = Weights(32, 24);
        for (int k = 0; k < weights.Length; k++) weights[k] *= Math.Pow((1 + k % 24) * (32 - k / 24) / 768.0, 2);
        var study = new ErrorStudyParameters { Placement = placement, Calibration = OutputCalibration.None };
        double Rms(bool assign, bool compensate) =>
            new TilingStudy(s_technology, study, new(), new()) { AssignLines = assign, Compensate = compensate }
            .Measure(32, 24, weights, 64, RandomKey.FromSeed(3)).RmsWeightUnits;
        double plain = Rms(false, false), assigned = Rms(true, false), compensated = Rms(false, true), both = Rms(true, true);
        output.WriteLine($"plain {plain:g3}, assigned {assigned:g3}, compensated {compensated:g3}, both {both:g3}");
        Assert.True(assigned < 0.7 * plain);
        Assert.True(compensated < 0.02 * plain && both < 0.02 * plain);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WorstWeightUnits_AgainstEveryInputOfASmallMatrix_IsTheLargestError(bool signedInputs)
    {
        var weights = Weights(5, 4);
        var parameters = new ErrorStudyParameters { Placement = WeightPlacement.ColumnPair, Calibration = OutputCalibration.None, SignedInputs = signedInputs };
        var technology = s_technology with { WordSegmentOhms = 300, BitSegmentOhms = 200 };
        var choice = new TilingStudy(technology, parameters, new() { DriverOhms = 100 }, new()) { AssignLines = true }.Measure(5, 4,
            weights, 8, RandomKey.FromSeed(1));
        var order = LineAssignment.HeavyLinesNearPorts(Placed(weights).Cells, 1, 2);
        double worst = 0;
        for (int code = 0; code < 32; code++)
        {
            // The whole array is one tile of 5 × 8 lines.
            double[] signs = [.. Enumerable.Range(0, 5).Select(i => (code >> i & 1) == 1 ? 1.0 : signedInputs ? -1 : 0)];
            double[] volts = new double[5], sums = new double[4];
            var placed = Placed(weights);
            placed.FillVolts(signs, 0.2, volts);
            var circuit = new ArrayCircuit(order.Apply(placed.Cells),
                new() { WordSegmentOhms = 300, BitSegmentOhms = 200 })
            { WordTerminals = LineTerminals.AtStart(100) };
            placed.Decode(order.RestoreOutputs(new ArraySolver(circuit).Solve(order.Inputs(volts), new double[8]).OutputAmperes), 0.2,
                sums);
            for (int j = 0; j < 4; j++) worst = Math.Max(worst,
                Math.Abs(sums[j] - Enumerable.Range(0, 5).Sum(i => signs[i] * weights[4 * i + j])));
        }
        output.WriteLine($"enumerated {worst}, by linearity {choice.WorstWeightUnits}");
        Assert.Equal(worst, choice.WorstWeightUnits, 1e-6 * worst);
        Assert.InRange(choice.LargestWeightUnits, 0, worst * 1.000001);
    }

    private static PlacedWeights Placed(double[] weights) => PlacedWeights.Place(WeightPlacement.ColumnPair, 5, 4, weights, 1e-6, 1e-4);

    [Fact]
    public void ReadCost_OfAnArray_IsPowerTimesSettlingAndTheChargeOfTheLines()
    {
        var plan = new ArrayPlan(20, 10, s_technology);
        var cost = ReadCost.Of(plan, new() { DriverOhms = 1000 }, 2e-3, 0.3, 0.5, 0.02);
        Assert.Equal(LineSettling.Of(plan, 1000).Seconds(0.02), cost.SettleSeconds);
        Assert.Equal((1e-9, 2e-3 * 1e-9), (cost.ReadSeconds, cost.StaticJoules)); // settled long before the shortest read ends
        var slow = ReadCost.Of(plan, new() { DriverOhms = 1000, ReadSeconds = 0 }, 2e-3, 0.3, 0.5, 0.02);
        Assert.Equal((slow.SettleSeconds, 2e-3 * slow.SettleSeconds), (slow.ReadSeconds, slow.StaticJoules));
        Assert.Equal(0.5 * 20 * 10 * s_technology.WordSegmentFarads * 0.09, cost.ChargeJoules, 1e-22);
        Assert.Equal(cost.StaticJoules + cost.ChargeJoules, cost.Joules);
    }

    private static double[] Weights(int inputs, int outputs)
    {
        var stream = RandomKey.FromSeed(77).Stream();
        var weights = new double[inputs * outputs];
        for (int k = 0; k < weights.Length; k++) weights[k] = stream.NextGaussian();
        return weights;
    }
}
