using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>A user's own measured device: current from a table of voltage and conductance level (<see cref="ConductionTable"/>), refused
/// outside the table's voltages. The level is the state and does not move by itself: reading is what the table knows. Without a file: the
/// passive titanium dioxide cells of the UCSB read model at 300 K, I = A₁V + A₃V³ with A₁ = −2.58 µS + 0.977 G₀ + 0.1166 µS (T − 273 K)/K
/// and A₃ = 1.18 G₀ + 6596 G₀² + 1.605 mS ((T − 273 K)/K)^−1.33 per V², at 10, 20, 40 and 80 µS up to 0.5 V. Source: public Verilog-A read
/// model of UCSB (Memphis), as quoted by AsishMandoi/mem-HNNs.</summary>
public sealed record MeasuredTable : IDeviceModel
{
    private static readonly ConductionTable s_default = Default();
    private readonly string? _file;

    /// <summary>CSV file with the table; without one, the UCSB read model.</summary>
    /// <exception cref="InvalidDataException">The table is damaged or not monotone.</exception>
    public string? File
    {
        get => _file;
        init => (_file, Table) = (value, value is null ? s_default : ConductionTable.Read(value));
    }

    /// <summary>Level of a fresh cell as a fraction of the range of levels. Default 0.5 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.5;

    /// <summary>The table.</summary>
    public ConductionTable Table { get; private init; } = s_default;

    public string Name => "table";
    public string Summary => "Measured current against voltage at several levels (your CSV file), monotone interpolation, read only.";
    public string Source => File ?? "UCSB titanium dioxide read model (Verilog-A, Memphis), quoted by AsishMandoi/mem-HNNs";
    public string NotModelled => "switching: the level stays where it is put";

    public IReadOnlyList<DeviceState> States =>
        [new("level", "S", Table.Levels[0], Table.Levels[^1], Table.Levels[0] + StartFraction * (Table.Levels[^1] - Table.Levels[0]))];

    public double LargestVolts => Math.Min(-Table.Volts[0], Table.Volts[^1]);
    public int SetPolarity => 0;
    public DeviceSweep Sweep => new(LargestVolts, 1e-6);

    /// <inheritdoc/>
    /// <remarks>Named after its content, so that two tables in one deck stay apart.</remarks>
    public DeviceSubcircuit Subcircuit
    {
        get
        {
            string cell = $"Bcell plus minus I={Table.ToSpice("v(plus,minus)", "v(s1)")}",
                name = $"table_{RandomKey.FromSeed(0).Fold(cell).Value:x16}";
            return new(name, [
                "* Measured table, written by the program. s1 carries the level from the lowest (0) to the highest (1).",
                $".subckt {name} plus minus s1 startfraction=0.5",
                .. cell.Split('\n'),
                "Cstate s1 0 1",
                "Rstate s1 0 1e15",
                $".ends {name}"], DeviceSubcircuit.ParametersOf(this));
        }
    }

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens)
    {
        for (int c = 0; c < volts.Length; c++)
        {
            amperes[c] = Table.Current(volts[c], states[c], out double slope);
            if (!siemens.IsEmpty) siemens[c] = slope;
        }
    }

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) => rates.Clear();

    private static ConductionTable Default()
    {
        const double warmth = 27; // 300 K
        double[] levels = [10e-6, 20e-6, 40e-6, 80e-6], volts = [.. Enumerable.Range(-10, 21).Select(k => 0.05 * k)];
        return new(volts, levels, [.. levels.Select(g => volts.Select(v =>
        {
            double a1 = -2.58e-6 + 0.977 * g + 0.1166e-6 * warmth, a3 = 1.18 * g + 6596 * g * g + 1.605e-3 * Math.Pow(warmth, -1.33);
            return a1 * v + a3 * v * v * v;
        }).ToArray())], row => $"default table, row {row}: ");
    }
}
