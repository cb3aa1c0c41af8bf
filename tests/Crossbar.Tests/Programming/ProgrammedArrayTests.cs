using Crossbar.Devices;
using Crossbar.Programming;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;

namespace Crossbar.Tests.Programming;

/// <summary>Spread and age of arrays that were written.</summary>
public sealed class ProgrammedArrayTests
{
    private static ProgrammingResult Array(int cells, double siemens, double[] states, CellFault[]? faults = null) => new()
    {
        Rows = 1,
        Columns = cells,
        TargetSiemens = [.. Enumerable.Repeat(siemens, cells)],
        Siemens = [.. Enumerable.Repeat(siemens, cells)],
        States = states,
        Status = new CellStatus[cells],
        Pulses = new int[cells],
        Faults = faults ?? new CellFault[cells],
        CellJoules = 0,
        SerialSeconds = 0,
        RowParallelSeconds = 0,
        IsComplete = true,
    };

    [Fact]
    public void AmorphousPhaseChangeCell_LeftAlone_DriftsByThePowerLaw()
    {
        // G = G_a (1 + t/t₀)^−ν of a cell without crystal, over seven decades; later crystal growth counts: 5e-9 of the cell a second.
        var device = new PhaseChange();
        var result = Array(1, 2e-6, [1, 0]);
        foreach (double seconds in (double[])[1e-3, 1, 10])
            Assert.Equal(2e-6 * Math.Pow(1 + seconds / device.DriftStartSeconds, -device.DriftExponent),
                result.After(result.Siemens, device, 0.1, seconds)[0], 1e-4 * 2e-6);
        Assert.Equal(2e-6, result.After(result.Siemens, device, 0.1, 0)[0]);
    }

    [Fact]
    public void FaultyCells_NeitherSpreadNorAge()
    {
        var result = Array(3, 1e-5, [0.5, 0.5, 0.5, 0, 0, 0], [CellFault.None, CellFault.StuckOn, CellFault.Open]);
        var key = RandomKey.FromSeed(1);
        foreach (double[] later in (double[][])[result.Spread(new PhaseChangeToolkitLevels(), key),
            result.After(result.Siemens, new PhaseChangeDrift(), 1e6, key), result.After(result.Siemens, new PhaseChange(), 0.1, 1e6)])
        {
            Assert.NotEqual(1e-5, later[0]);
            Assert.Equal([1e-5, 1e-5], later[1..]);
        }
    }

    [Fact]
    public void Spread_OfManyCells_HasTheSigmaOfTheFit()
    {
        const int cells = 20_000;
        var levels = new PhaseChangeToolkitLevels();
        var result = Array(cells, 1e-5, new double[2 * cells]);
        double[] errors = [.. result.Spread(levels, RandomKey.FromSeed(3)).Select(g => g - 1e-5)];
        double sigma = levels.SigmaSiemens(1e-5), measured = Math.Sqrt(errors.Average(e => e * e));
        // Relative error of a measured deviation: 1/√(2n) = 0.5 %; five of them, one false alarm in two million seeds.
        Assert.Equal(sigma, measured, 0.025 * sigma);
    }
}
