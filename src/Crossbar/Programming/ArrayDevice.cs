using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>A device that stands at every cross point of an array, and how its conductance is read.</summary>
/// <param name="Device">The device.</param>
public sealed record ArrayDevice(IDeviceModel Device)
{
    private readonly double _readVolts = new WriteVerifyOptions().ReadVolts;

    /// <summary>Voltage at which a cell's conductance is written and compared, V. Default that of <see cref="WriteVerifyOptions"/>. Range:
    /// 1e-3 … 1.</summary>
    public double ReadVolts { get => _readVolts; init => _readVolts = Check.InRange(value, 1e-3, 1, nameof(ReadVolts), "V"); }

    /// <summary>Least and largest conductance at the read voltage, S.</summary>
    public (double Off, double On) Range => ConductanceRange.Of(Device, ReadVolts);

    /// <summary>The array with a memristor for every closed cell, in the state in which it reads as that conductance; wires as resistors
    /// and capacitors. Names are those of <see cref="CrossbarExpansion"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The device does not reach a conductance.</exception>
    public IEnumerable<NetlistElement> Place(CrossbarArray array)
    {
        var states = new Dictionary<double, double[]>(); // a mapping uses few conductances, and each costs a search
        var (off, on) = Range;
        for (int i = 0; i < array.Cells.Rows; i++)
            for (int j = 0; j < array.Cells.Columns; j++)
            {
                double siemens = array.Cells[i, j];
                if (siemens == 0) continue;
                if (!states.TryGetValue(siemens, out var start)) states.Add(siemens, start = StatesFor(siemens, off, on));
                yield return new Memristor($"{array.Name}_r{i}_c{j}", CrossbarExpansion.WordNode(array, i, j),
                    CrossbarExpansion.BitNode(array, i, j),
                    Device)
                {
                    StartStates = start,
                };
            }
        var lines = array with { Cells = new(array.Cells.Rows, array.Cells.Columns, new double[array.Cells.Siemens.Length]) };
        foreach (var segment in CrossbarExpansion.Resistors(lines)) yield return segment;
        foreach (var capacitor in CrossbarExpansion.Capacitors(lines)) yield return capacitor;
    }

    /// <summary>How far the cells of a circuit moved: conductances at the read voltage, before and after.</summary>
    /// <param name="netlist">The circuit with its start states.</param>
    /// <param name="finalStates">Where they ended, from 0 to 1, by state node.</param>
    public CellMotion Motion(Netlist netlist, IReadOnlyDictionary<string, double> finalStates)
    {
        var (off, on) = Range;
        double worst = 0, squares = 0;
        int count = 0;
        var states = Device.States;
        double[] end = new double[states.Count];
        foreach (var cell in netlist.Elements.OfType<Memristor>())
        {
            for (int k = 0; k < end.Length; k++) end[k] = states[k].Denormalize(Math.Clamp(finalStates[cell.StateNodes[k]], 0, 1));
            double change = ConductanceRange.At(Device, ReadVolts, end) - ConductanceRange.At(Device, ReadVolts, [.. cell.StartStates]);
            double fraction = on > off ? Math.Abs(change) / (on - off) : 0;
            worst = Math.Max(worst, fraction);
            squares += fraction * fraction;
            count++;
        }
        return new(worst, count == 0 ? 0 : Math.Sqrt(squares / count));
    }

    /// <summary>Rounding may put an end of a mapping's range a little beyond the device's.</summary>
    private double[] StatesFor(double siemens, double off, double on) =>
        ConductanceRange.StatesFor(Device, siemens < off && siemens > off * (1 - 1e-9) ? off : siemens > on && siemens < on * (1 + 1e-9)
            ? on : siemens,
            ReadVolts);
}
