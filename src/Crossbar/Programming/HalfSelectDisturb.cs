using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>What repeated pulses on one cell of a passive array do to the others, through the wires.</summary>
public sealed record HalfSelectDisturb
{
    /// <summary>Conductance of every cell before, S.</summary>
    public required double[] BeforeSiemens { get; init; }

    /// <summary>Conductance of every cell after, S.</summary>
    public required double[] AfterSiemens { get; init; }

    /// <summary>Voltage across every cell at the middle of the first pulse, V.</summary>
    public required double[] CellVolts { get; init; }

    /// <summary>Selected row.</summary>
    public required int Row { get; init; }

    /// <summary>Selected column.</summary>
    public required int Column { get; init; }

    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Heat in all cells, J.</summary>
    public required double CellJoules { get; init; }

    /// <summary>Largest relative change of an unselected cell on the selected lines (half-selected).</summary>
    public double WorstHalfSelected => Worst(onLine: true);

    /// <summary>Largest relative change of a cell that shares no line with the selected one.</summary>
    public double WorstUnselected => Worst(onLine: false);

    /// <summary>Pulses one cell.</summary>
    /// <param name="device">Device of all cells.</param>
    /// <param name="cells">Conductances before, at the read voltage, S.</param>
    /// <param name="wires">Wire segments.</param>
    /// <param name="scheme">Bias of the unselected lines.</param>
    /// <param name="row">Selected row.</param>
    /// <param name="column">Selected column.</param>
    /// <param name="volts">Amplitude, V.</param>
    /// <param name="widthSeconds">Width of a pulse, s.</param>
    /// <param name="pulses">How many.</param>
    /// <param name="readVolts">Read voltage, V.</param>
    /// <param name="cancellation">Ends it between steps.</param>
    /// <exception cref="ArgumentException">A conductance or the voltage is out of the device's range, or there is no such cell.</exception>
    public static HalfSelectDisturb Run(
        IDeviceModel device, ConductanceMatrix cells, ArrayWires wires, BiasScheme scheme, int row, int column, double volts,
            double widthSeconds,
        int pulses, double readVolts = 0.1, CancellationToken cancellation = default)
    {
        device.CheckVolts(volts);
        Check.Positive(widthSeconds, nameof(widthSeconds), "s");
        Check.AtLeast(pulses, 1, nameof(pulses));
        if (row < 0 || row >= cells.Rows || column < 0 || column >= cells.Columns)
            throw new ArgumentException($"cell [{row},{column}] is not in an array of {cells.Rows} × {cells.Columns}.");
        int count = cells.Siemens.Length, kinds = device.States.Count;
        var states = new double[kinds * count];
        for (int c = 0; c < count; c++)
        {
            double[] own = ConductanceRange.StatesFor(device, cells.Siemens[c], readVolts);
            for (int k = 0; k < kinds; k++) states[k * count + c] = own[k];
        }
        double[] before = Read(device, states, count, readVolts);
        var (words, bits) = scheme.Lines(cells.Rows, cells.Columns, row, column, volts, widthSeconds);
        double length = widthSeconds * (1 + 2 * PulseDrive.EdgeFraction), joules = 0;
        var middle = new double[count];
        new WiredCells(device, wires, words, bits).Solve(0.5 * length, states, middle);
        for (int p = 0; p < pulses; p++)
        {
            var integrator = new CellIntegrator(device, count, states, new WiredCells(device, wires, words, bits), 1e-4);
            integrator.Advance(length, cancellation: cancellation);
            joules += integrator.CellJoules;
        }
        return new HalfSelectDisturb
        {
            BeforeSiemens = before,
            AfterSiemens = Read(device, states, count, readVolts),
            CellVolts = middle,
            Row = row,
            Column = column,
            Columns = cells.Columns,
            CellJoules = joules,
        };
    }

    private static double[] Read(IDeviceModel device, double[] states, int count, double readVolts)
    {
        double[] volts = new double[count], amperes = new double[count];
        Array.Fill(volts, readVolts);
        device.Currents(volts, states, amperes, []);
        return [.. amperes.Select(i => i / readVolts)];
    }

    private double Worst(bool onLine)
    {
        double worst = 0;
        for (int c = 0; c < BeforeSiemens.Length; c++)
        {
            bool sameRow = c / Columns == Row, sameColumn = c % Columns == Column;
            if (sameRow && sameColumn || (sameRow || sameColumn) != onLine) continue;
            worst = Math.Max(worst, Math.Abs(AfterSiemens[c] / BeforeSiemens[c] - 1));
        }
        return worst;
    }
}
