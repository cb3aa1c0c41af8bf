using Crossbar.Arrays;

namespace Crossbar.Planning.Maps;

/// <summary>A solved array as maps, row-major, one number per cell, NaN where a map has none. A line is <em>selected</em> when it takes
/// part in the operation: for a matrix product every bit line and every word line whose port is not at 0 V; for one cell its two
/// lines.</summary>
public sealed record ArrayMaps
{
    private ArrayMaps()
    {
    }

    /// <summary>Voltage across each cell, word line minus bit line, V.</summary>
    public required double[] CellVolts { get; init; }

    /// <summary>Current through each cell from word line to bit line, A.</summary>
    public required double[] CellAmperes { get; init; }

    /// <summary>Heat of each cell, W.</summary>
    public required double[] CellWatts { get; init; }

    /// <summary>IR drop: what the ports apply across the cell less what the cell sees, V. NaN at a floating line, whose ports apply
    /// nothing.</summary>
    public required double[] IrDropVolts { get; init; }

    /// <summary>Sneak current: current through a cell that is not addressed, A; NaN for addressed cells. In a product those on word lines
    /// at 0 V (ideal wires: none); for a selected cell all others.</summary>
    public required double[] SneakAmperes { get; init; }

    /// <summary>What the sneak currents add to each output, A: for a product the sum of a bit line's sneak currents; for a selected cell
    /// the current of its bit line's output less the cell's own, and NaN for the others.</summary>
    public required double[] OutputSneakAmperes { get; init; }

    /// <summary>Row of the cell that loses the most of its voltage; null when none has a known drop.</summary>
    public required int? WorstRow { get; init; }

    /// <summary>Column of the cell that loses the most of its voltage.</summary>
    public required int? WorstColumn { get; init; }

    /// <summary>The maps of a product of all rows.</summary>
    public static ArrayMaps OfProduct(ArraySolution solution) => Of(solution, null);

    /// <summary>The maps of one selected cell.</summary>
    public static ArrayMaps OfSelection(ArraySolution solution, CellSelection selection) => Of(solution, selection);

    private static ArrayMaps Of(ArraySolution solution, CellSelection? selection)
    {
        var circuit = solution.Circuit;
        int rows = circuit.Cells.Rows, columns = circuit.Cells.Columns;
        double[] volts = solution.CellVolts(), amperes = solution.CellAmperes();
        double[] watts = new double[volts.Length], drop = new double[volts.Length], sneak = new double[volts.Length];
        var outputSneak = new double[columns];
        double worst = 0;
        int? worstCell = null;
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
            {
                int k = i * columns + j;
                bool addressed = selection is null ? solution.WordPortVolts[i] != 0 : (i, j) == (selection.Row, selection.Column);
                watts[k] = volts[k] * amperes[k];
                drop[k] = Floats(circuit.WordTerminals, i) || Floats(circuit.BitTerminals, j) ? double.NaN
                    : solution.WordPortVolts[i] - solution.BitPortVolts[j] - volts[k];
                sneak[k] = addressed ? double.NaN : amperes[k];
                if (selection is null && !addressed) outputSneak[j] += amperes[k];
                if (Math.Abs(drop[k]) > worst) (worst, worstCell) = (Math.Abs(drop[k]), k);
            }
        if (selection is not null)
        {
            Array.Fill(outputSneak, double.NaN);
            outputSneak[selection.Column] = solution.OutputAmperes[selection.Column] - amperes[selection.Row * columns + selection.Column];
        }
        return new()
        {
            CellVolts = volts,
            CellAmperes = amperes,
            CellWatts = watts,
            IrDropVolts = drop,
            SneakAmperes = sneak,
            OutputSneakAmperes = outputSneak,
            WorstRow = worstCell / columns,
            WorstColumn = worstCell % columns,
        };
    }

    private static bool Floats(LineTerminals terminals, int line) =>
        double.IsPositiveInfinity(At(terminals.StartOhms, line)) && double.IsPositiveInfinity(At(terminals.EndOhms, line));

    private static double At(IReadOnlyList<double> ohms, int line) => ohms[ohms.Count == 1 ? 0 : line];
}
