using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Machines;

public class ClockedMachineTests(ITestOutputHelper output)
{
    private static readonly ClockedMachineParameters s_noiseless = new() { NoiseUnits = Ramp.Constant(0), Cycles = 60 };

    private static PreparedClockedMachine Load(IsingModel model, ClockedMachineParameters parameters, IWeightMapping? mapping = null) =>
        new ClockedMachine(parameters, mapping ?? new DifferentialPairMapping()).Load(model);

    /// <summary>Integer couplings make ties, so the tie rule is part of what must agree.</summary>
    [Theory]
    [InlineData(ReadOrder.RandomPerCycle, UpdateOrder.RandomPerSweep)]
    [InlineData(ReadOrder.Sequential, UpdateOrder.Sequential)]
    public void NoiselessIdealRun_OnTheSameOrder_EqualsTheDigitalEngineFlipByFlip(ReadOrder order, UpdateOrder digital)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var model = RandomIsing.MaxCut(24, seed);
            var key = RandomKey.FromSeed(seed).Fold("run");
            double[] start = RandomIsing.Start(24, key);
            var expected = new AsynchronousDynamics { Order = digital }.Prepare(model).Settle(start, key);
            // A machine stopped after each cycle in turn shows the whole course, not only its end.
            int sweeps = (int)expected.Operations!.Sweeps;
            for (int cycles = 1; cycles <= sweeps; cycles++)
            {
                var run = Load(model, s_noiseless with { Cycles = cycles, Order = order }).Settle(start, key);
                var part = new AsynchronousDynamics { Order = digital, LargestSweepCount = cycles }.Prepare(model).Settle(start, key);
                Assert.Equal(part.Spins, run.Spins);
                Assert.Equal(part.Energy, run.EngineEnergy, 1e-6);
            }
            Assert.Equal(expected.Energy, Load(model, s_noiseless with { Order = order }).Settle(start, key).Energy);
        }
    }

    /// <summary>
    /// One neuron of known field: the probability of +1 is that of noise above −u. Independent reads, so Wilson's interval; with 99.9 %
    /// (z = 3.3) the false alarm rate of the six comparisons is below 1 %; the seed is fixed.
    /// </summary>
    [Theory]
    [InlineData(NoiseShape.Uniform, 2.0)]
    [InlineData(NoiseShape.Gaussian, 0.8)]
    [InlineData(NoiseShape.Gaussian, 2.5)]
    public void NoisyRead_OfAKnownField_DecidesWithItsProbability(NoiseShape shape, double amplitude)
    {
        // Two neurons without coupling and fields ±1: the last cycle alone decides.
        var model = new IsingModel(Couplings.FromPairs(2, []), [1, -1]);
        var machine = Load(model, new() { Cycles = 1, NoiseUnits = Ramp.Constant(amplitude), Shape = shape });
        const int runs = 64 * 1000;
        var result = machine.Run(runs, RandomKey.FromSeed(3));
        double up = result.FinalSpins.Count(s => s[0] > 0) / (double)runs, down = result.FinalSpins.Count(s => s[1] < 0) / (double)runs;
        double expected = shape == NoiseShape.Uniform ? (amplitude + 1) / (2 * amplitude)
            : 0.5 * (1 + MathNet.Numerics.SpecialFunctions.Erf(1 / (Math.Sqrt(2) * amplitude)));
        double allowed = 3.3 * Math.Sqrt(expected * (1 - expected) / runs);
        output.WriteLine($"{shape} {amplitude}: {up:f4}, {down:f4}; theory {expected:f4} ± {allowed:f4}");
        Assert.Equal(expected, up, allowed);
        Assert.Equal(expected, down, allowed);
    }

    /// <summary>A constant gain g divides the stated noise; so does the read voltage; cell noise is not divided.</summary>
    [Fact]
    public void GainAndReadVoltage_ScaleTheNoiseAtTheComparator()
    {
        var model = RandomIsing.MaxCut(30, 5);
        var key = RandomKey.FromSeed(9);
        var reference = Load(model, new() { NoiseUnits = Ramp.Constant(0.75), Cycles = 20 }).Run(128, key);
        var gain = Load(model, new() { NoiseUnits = Ramp.Constant(1.5), Gain = Ramp.Constant(2), Cycles = 20 }).Run(128, key);
        var volts = Load(model, new() { NoiseUnits = Ramp.Constant(1.5), RelativeReadVolts = Ramp.Constant(2), Cycles = 20 }).Run(128, key);
        Assert.Equal(reference.FinalEnergies, gain.FinalEnergies);
        Assert.Equal(reference.FinalEnergies, volts.FinalEnergies);
        var cells = new ClockedMachineParameters { NoiseUnits = Ramp.Constant(0), CellReadNoise = 0.1, Cycles = 20 };
        Assert.Equal(Load(model, cells).Run(128, key).FinalEnergies, Load(model, cells with { Gain = Ramp.Constant(7) }).Run(128, key)
            .FinalEnergies);
    }

    /// <summary>Cell noise of relative size r on d cells that are on: σ = r √(d · G_on² + …) / (G_on − G_off), here checked on one
    /// column.</summary>
    [Fact]
    public void CellNoise_OfOneColumn_IsTheRootSumOfSquares()
    {
        var model = RandomIsing.MaxCut(20, 2);
        var read = Load(model, new()).Read;
        for (int i = 0; i < 20; i++)
        {
            int degree = model.Couplings.Row(i).Count();
            double expected = Math.Sqrt(degree * 1e-4 * 1e-4 + (40 - degree) * 1e-6 * 1e-6) / 99e-6;
            Assert.Equal(expected, read.CellNormUnits[i], 1e-12);
        }
    }

    [Fact]
    public void Runs_AtAnyThreadCountAndNumber_AreTheSameBytes()
    {
        var machine = Load(RandomIsing.MaxCut(40, 1), new() { NoiseUnits = new(3, 0), Shape = NoiseShape.Gaussian, Cycles = 30 });
        var one = machine.Run(200, RandomKey.FromSeed(4), 1);
        var two = machine.Run(200, RandomKey.FromSeed(4), 2);
        var more = machine.Run(300, RandomKey.FromSeed(4));
        Assert.Equal(one.FinalEnergies, two.FinalEnergies);
        Assert.Equal(one.FinalSpins, two.FinalSpins);
        Assert.Equal(one.BestCycles, two.BestCycles);
        Assert.Equal(one.FinalSpins, more.FinalSpins.Take(200));
        Assert.Equal(one.BestSpins, more.BestSpins.Take(200));
    }

    /// <summary>Incremental energies are sums of exact integers here, so they may not drift at all; the best is never above the end or
    /// start.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Energies_OfIntegerCouplings_AreExactAndTheBestIsTheLowest(int batch)
    {
        var model = RandomIsing.MaxCut(33, 8);
        var result = Load(model, new() { NoiseUnits = new(5, 0), Cycles = 40, BatchColumns = batch }).Run(130, RandomKey.FromSeed(2));
        Assert.Equal(0, result.EnergyDrift);
        for (int r = 0; r < result.Count; r++)
        {
            Assert.True(result.BestEnergies[r] <= result.FinalEnergies[r]);
            Assert.Equal(model.Energy(result.BestSpins[r]), result.BestEnergies[r]);
            Assert.InRange(result.BestCycles[r], 0, 40);
        }
        Assert.Equal(result.FinalEnergies.Average(), result.MeanEnergyPerCycle[^1], 1e-9);
    }

    /// <summary>A batch of all columns is synchronous updating: the same states as the digital synchronous dynamics.</summary>
    [Fact]
    public void BatchOfAllColumns_WithoutNoise_IsSynchronous()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            var model = RandomIsing.Make(15, seed);
            double[] start = RandomIsing.Start(15, RandomKey.FromSeed(seed));
            var spins = Spins.FromActivations(start, RandomKey.FromSeed(1));
            var fields = new double[15];
            for (int step = 0; step < 5; step++)
            {
                model.LocalFields(spins, fields);
                for (int i = 0; i < 15; i++) spins[i] = fields[i] > 0 ? (sbyte)1 : (sbyte)-1;
            }
            var run = Load(model, s_noiseless with { BatchColumns = 15, Cycles = 5 }).Settle(start, RandomKey.FromSeed(seed));
            Assert.Equal(spins, run.Spins);
        }
    }

    /// <summary>Every read through wires is compared with a solution of the whole array for that very state.</summary>
    [Theory]
    [InlineData(UnselectedColumns.Grounded, false)]
    [InlineData(UnselectedColumns.Grounded, true)]
    [InlineData(UnselectedColumns.Floating, false)]
    [InlineData(UnselectedColumns.Off, true)]
    public void ReadMatrix_WithWires_GivesTheCurrentsOfTheSolvedArray(UnselectedColumns unselected, bool both)
    {
        const int n = 10, batch = 3;
        var model = RandomIsing.Make(n, 4);
        var parameters = new ClockedMachineParameters
        {
            Wires = ArrayWires.Uniform(20),
            Unselected = unselected,
            DrivenAtBothEnds = both,
            DriverOhms = 50,
            SenseOhms = 30,
            BatchColumns = batch,
        };
        var mapping = new DifferentialPairMapping();
        var weights = mapping.Map(model);
        var read = ReadMatrix.Of(model, weights, parameters);
        Assert.True(read.Converged);
        var spins = Spins.Random(n, RandomKey.FromSeed(6));
        var volts = new double[weights.Cells.Rows];
        for (int j = 0; j < n; j++) (volts[2 * j], volts[2 * j + 1]) = (spins[j], -spins[j]);
        for (int b = n; b < n + weights.BiasLines; b++) (volts[2 * b], volts[2 * b + 1]) = (1, -1);
        for (int first = 0; first < n; first += batch)
        {
            bool IsRead(int j) => unselected == UnselectedColumns.Grounded || (j >= first && j < first + batch);
            var siemens = (double[])weights.Cells.Siemens.Clone();
            if (unselected == UnselectedColumns.Off)
                for (int c = 0; c < siemens.Length; c++) if (!IsRead(c % n)) siemens[c] = 0;
            var bits = LineTerminals.AtEnd(30);
            var circuit = new ArrayCircuit(new(weights.Cells.Rows, n, siemens), parameters.Wires)
            {
                WordTerminals = both ? LineTerminals.AtBoth(50) : LineTerminals.AtStart(50),
                BitTerminals = unselected == UnselectedColumns.Floating ? bits.WithFloating(n, j => !IsRead(j)) : bits,
            };
            var solution = new ArraySolver(circuit, new() { OutputTolerance = 1e-12 }).Solve(volts, new double[n]);
            for (int i = first; i < Math.Min(n, first + batch); i++)
            {
                double field = read.Fields[i];
                for (int j = 0; j < n; j++) field += read.Weights[i * n + j] * spins[j];
                Assert.Equal(solution.OutputAmperes[i] / (weights.UnitSiemens * read.WeightUnit), field, 1e-7);
            }
        }
    }

    /// <summary>Tiles have shorter lines, so they err less; each tile's part is that of an array of its own, and a tile as large as the
    /// array is the array.</summary>
    [Fact]
    public void Tiles_ReadLikeArraysOfTheirOwnAndErrLess()
    {
        var model = RandomIsing.MaxCut(24, 3);
        var parameters = new ClockedMachineParameters { Wires = ArrayWires.Uniform(20) };
        var weights = new DifferentialPairMapping().Map(model);
        ReadMatrix one = ReadMatrix.Of(model, weights, parameters),
            whole = ReadMatrix.Of(model, weights, parameters with { TileLines = 48 }),
            tiles = ReadMatrix.Of(model, weights, parameters with { TileLines = 16 });
        Assert.Equal(one.Weights, whole.Weights);
        Assert.True(tiles.RmsWeightError < 0.5 * one.RmsWeightError);
        // Column 5 of the tile whose word lines are those of spins 8 to 15.
        var siemens = new double[16 * 16];
        for (int i = 0; i < 16; i++)
            for (int j = 0; j < 16; j++) siemens[i * 16 + j] = weights.Cells[16 + i, j];
        var volts = new double[16];
        volts[5] = 1;
        var solution = ArraySolver.Solve(new(16, 16, siemens), parameters.Wires, new double[16], volts, new() { OutputTolerance = 1e-12 });
        for (int j = 0; j < 8; j++)
            Assert.Equal((solution.DriverAmperes[2 * j + 1] - solution.DriverAmperes[2 * j]) / (99e-6), tiles.Weights[5 * 24 + 8 + j],
                1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters with { TileLines = 3 });
    }

    [Fact]
    public void SingleCells_OfAPerfectArray_DifferFromPairsByTheOffCellsOnly()
    {
        var model = RandomIsing.MaxCut(16, 3);
        var read = ReadMatrix.OfSingleCells(model, new() { OffSiemens = 1e-9 }, new());
        Assert.Equal(0, read.RmsWeightError, 1e-4);
        Assert.Throws<ArgumentException>(() => ReadMatrix.OfSingleCells(RandomIsing.Make(6, 1), new(), new()));
    }

    /// <summary>The lowest energy that 640 annealed runs see stands for the optimum, which is beyond enumeration here.</summary>
    [Fact]
    public void Noise_HelpsAndItsExcessHurts_OnMaxCuts()
    {
        var model = RandomIsing.MaxCut(60, 11);
        double lowest = Load(model, new() { NoiseUnits = new(5, 0), Cycles = 300 }).Run(640, RandomKey.FromSeed(2)).BestEnergies.Min();
        double Success(double n) => Load(model, new() { NoiseUnits = Ramp.Constant(n) }).Run(640, RandomKey.FromSeed(1))
            .FinalSuccesses(lowest) / 640.0;
        double none = Success(0), some = Success(1.5), much = Success(6);
        output.WriteLine($"success at 0, 1.5, 6: {none}, {some}, {much}");
        Assert.True(some > none + 0.1 && some > much + 0.1);
    }

    [Fact]
    public void Parameters_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockedMachineParameters { Cycles = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockedMachineParameters { NoiseUnits = new(1, -1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockedMachineParameters { Gain = new(-1, 1) });
        Assert.Throws<ArgumentException>(() => new Ramp(1, 0) { Profile = "steep" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ramp(double.NaN, 0));
        Assert.Throws<ArgumentException>(() => Load(RandomIsing.Make(4, 1), new()).SettleBlock([new double[3]], [RandomKey.FromSeed(1)]));
    }

    [Fact]
    public void Ramps_OfEveryProfile_StartAtOneAndNeverRise()
    {
        foreach (var profile in Catalog.Of<Crossbar.Machines.Clocked.Profiles.IAnnealingProfile>(typeof(ClockedMachine).Assembly))
        {
            Assert.Equal(1, profile.Left(0));
            for (int k = 1; k <= 100; k++) Assert.InRange(profile.Left(k / 100.0), 0, profile.Left((k - 1) / 100.0));
        }
    }
}
