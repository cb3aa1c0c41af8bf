using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Studies.Arrays;
using Studies.Tests.Support;

namespace Studies.Tests.Arrays;

public class ArrayStudyTests
{
    private const string Ohms = "1e4,inf,2e4\n2e4,5e4,1e4\n1e5,2e4,5e4\n", Volts = "0.1,0.2,0.3\n0.3,0,-0.1\n";

    private static WiredArray Array(ScratchFolder folder) => new()
    {
        Cells = folder.Write("R.csv", Ohms),
        Wires = new() { WordSegmentOhms = 3, BitSegmentOhms = 5 },
        DriverOhms = 10,
        SenseOhms = 20,
        FromBothEnds = true,
    };

    [Fact]
    public void Solve_OfIdealWires_IsTheProduct()
    {
        using var folder = new ScratchFolder();
        var array = Array(folder) with { Wires = ArrayWires.Ideal, DriverOhms = 0, SenseOhms = 0 };
        var record = Rerun.Repeats(new ArraySolveStudy { Array = array, Voltages = folder.Write("V.csv", Volts) });
        Assert.Equal(0.1 / 1e4 + 0.2 / 2e4 + 0.3 / 1e5, record.Outputs.OutputAmperes[0], 1e-15);
        Assert.Equal((2, 3), (record.Inputs, record.Columns));
    }

    [Fact]
    public void Solve_WithNodes_IsTheSameAsWithout_AndNamesEveryInput()
    {
        using var folder = new ScratchFolder();
        var study = new ArraySolveStudy { Array = Array(folder), Voltages = folder.Write("V.csv", Volts) };
        var heard = new List<SolvedInput>();
        var record = (study with { WithNodes = true, OnSolution = heard.Add }).Run();
        Assert.Equal([0, 1], heard.Select(input => input.Index));
        Assert.All(heard, input => Assert.Equal(2, input.Inputs));
        double[] plain = study.Run().Outputs.OutputAmperes;
        for (int k = 0; k < plain.Length; k++) Assert.Equal(plain[k], record.Outputs.OutputAmperes[k], 1e-14);
        Rerun.Repeats(study with { WithNodes = true });
    }

    [Fact]
    public void Solve_OfTilesOnSharedLines_FromItsRecord_IsTheSame()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new ArraySolveStudy
        {
            Array = Array(folder),
            Voltages = folder.Write("V.csv", Volts),
            Tiles = new() { Rows = 2, Lines = new() { SegmentOhms = 3 } },
        });
        Assert.Equal(("shared", 2), (record.Tiles!.PartialSums, record.Tiles.Count));
        Assert.True(record.LineIterations > 0);
    }

    [Fact]
    public void Solve_CancelledAfterTheFirstInput_KeepsIt()
    {
        using var folder = new ScratchFolder();
        using var cancel = new CancellationTokenSource();
        var study = new ArraySolveStudy
        {
            Array = Array(folder),
            Voltages = folder.Write("V.csv", Volts),
            WithNodes = true,
            OnSolution = _ => cancel.Cancel(),
        };
        var record = study.Run(cancellation: cancel.Token);
        Assert.Equal((true, 1), (record.Cancelled, record.Inputs));
    }

    [Fact]
    public void Map_OfAProductOfNonlinearCells_FromItsRecord_IsTheSame_AndPowerAddsUp()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new ArrayMapStudy
        {
            Array = Array(folder) with { Law = new SinhLaw { ScaleVolts = 0.8 } },
            Voltages = folder.Write("V.csv", Volts),
            Input = 1,
            UnitSiemens = 1e-4,
        });
        Assert.True(record.NewtonSteps > 0);
        Assert.Equal(record.SuppliedWatts, record.CellWatts + record.WireWatts + record.TerminalWatts, 1e-12);
        Assert.Equal(1e-4 * 0.3, record.Outputs!.UnitAmperes, 1e-18);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("floating")]
    public void Map_OfASelectedCell_FromItsRecord_IsTheSame(string name)
    {
        var scheme = BiasScheme.All.Single(known => known.Name == name);
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new ArrayMapStudy { Array = Array(folder), Select = new(1, 2), Volts = 0.4, Scheme = scheme });
        Assert.InRange(record.SelectedVolts!.Value, 0.38, 0.4);
        Assert.Null(record.Outputs);
    }

    [Fact]
    public void Map_OfNothing_IsRefused()
    {
        using var folder = new ScratchFolder();
        Assert.Throws<ArgumentException>(() => new ArrayMapStudy { Array = Array(folder) }.Run());
    }
}
