using Crossbar.Arrays;
using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>How a column is read.</summary>
public sealed record ReadConditions
{
    /// <summary>Magnitude of the voltage across every cell, V. Default 0.2 V (Cai et al. 2020). Range: &gt; 0.</summary>
    public double ReadVolts { get; init => field = Check.Positive(value, nameof(ReadVolts), "V"); } = 0.2;

    /// <summary>Noise bandwidth of a read, Hz. Default 1 GHz (our choice, of the order of Cai's 2 ns clock). Range: &gt; 0.</summary>
    public double BandwidthHertz { get; init => field = Check.Positive(value, nameof(BandwidthHertz), "Hz"); } = 1e9;

    /// <summary>Temperature, K. Default 300 K (our choice). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = 300;

    /// <summary>Conductance of one unit of weight, S. Range: &gt; 0.</summary>
    public required double UnitSiemens { get; init => field = Check.Positive(value, nameof(UnitSiemens), "S"); }

    /// <summary>Volts at the decision node per ampere of column current, Ω: the feedback resistor of a transimpedance stage. Default 5 kΩ
    /// (our choice: 0.1 V per unit of 99 µS at 0.2 V). Range: &gt; 0.</summary>
    public double SenseOhms { get; init => field = Check.Positive(value, nameof(SenseOhms), "ohm"); } = 5e3;

    /// <summary>True where a continuous amplifier senses the node's voltage and its input noise counts as such; false where it holds the
    /// column at 0 V and its input noise drives a current through all of its cells. Default false.</summary>
    public bool SensesVoltage { get; init; }

    /// <summary>Current of one unit of weight, A.</summary>
    public double UnitAmperes => UnitSiemens * ReadVolts;
}

/// <summary>What one source adds to one read.</summary>
/// <param name="Source">Name of the noise.</param>
/// <param name="ColumnAmperes">Standard deviation of each column's current, A.</param>
/// <param name="Conditions">How it was read.</param>
public sealed record NoiseContribution(string Source, double[] ColumnAmperes, ReadConditions Conditions)
{
    /// <summary>Root mean square over the columns, A.</summary>
    public double Amperes => Math.Sqrt(ColumnAmperes.Sum(a => a * a) / ColumnAmperes.Length);

    /// <summary>The same at the decision node, V.</summary>
    public double Volts => Amperes * Conditions.SenseOhms;

    /// <summary>The same in units of weight.</summary>
    public double WeightUnits => Amperes / Conditions.UnitAmperes;

    /// <summary>Standard deviation of each column in units of weight: what a clocked machine adds to each local field.</summary>
    public double[] ColumnWeightUnits => [.. ColumnAmperes.Select(a => a / Conditions.UnitAmperes)];
}

/// <summary>What each noise adds to one read of each column, in amperes, at the decision node in volts, and in units of weight: which of
/// them can anneal. Cells are independent, so variances add down a column; amplifier noise sees the column's conductance as its input
/// resistance, so it counts e_n (G_column + 1/R_sense); comparator noise counts v/R_sense.</summary>
public sealed record ReadNoiseBudget(IReadOnlyList<NoiseContribution> Contributions, NoiseContribution Total)
{
    /// <summary>Noise of a local field, in units of weight, with which asynchronous updates find the optimum of g05_60 most often: 0.8 …
    /// 0.9 (our simulation of Cai et al. 2020, figure 2b, with normal noise). Other problems want noise of the order of their smallest
    /// coupling.</summary>
    public static Interval UsefulWeightUnits { get; } = new(0.8, 0.9);

    /// <summary>Adds up a read.</summary>
    /// <param name="models">The sources.</param>
    /// <param name="cells">Rows that are read × columns, S.</param>
    /// <param name="conditions">How.</param>
    public static ReadNoiseBudget Of(IEnumerable<INoiseModel> models, ConductanceMatrix cells, ReadConditions conditions)
    {
        var contributions = models.Select(model => new NoiseContribution(model.Name, Columns(model, cells, conditions),
            conditions)).ToList();
        var total = new double[cells.Columns];
        for (int j = 0; j < total.Length; j++) total[j] = Math.Sqrt(contributions.Sum(part =>
            part.ColumnAmperes[j] * part.ColumnAmperes[j]));
        return new(contributions, new("all", total, conditions));
    }

    /// <summary>What a deviation in units of weight means for annealing, in words.</summary>
    public static string Verdict(double weightUnits)
    {
        var useful = UsefulWeightUnits;
        double middle = 0.5 * (useful.Low + useful.High);
        return weightUnits < 0.5 * useful.Low ? $"{Times(middle / weightUnits)} times too weak to anneal"
            : weightUnits <= 1.5 * useful.High ? "strong enough to anneal"
            : $"{Times(weightUnits / middle)} times stronger than useful";
    }

    /// <summary>Two significant digits without an exponent.</summary>
    private static string Times(double factor)
    {
        if (!double.IsFinite(factor)) return "infinitely many";
        double unit = Math.Pow(10, Math.Floor(Math.Log10(factor)) - 1);
        return (Math.Round(factor / unit) * unit).ToString(factor < 9.95 ? "f1" : "f0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double[] Columns(INoiseModel model, ConductanceMatrix cells, ReadConditions conditions)
    {
        var (volts, kelvin, hertz) = (conditions.ReadVolts, conditions.Kelvin, conditions.BandwidthHertz);
        var variance = new double[cells.Columns];
        var column = new double[cells.Columns];
        // Arrays hold few different conductances; each is worked out once.
        var known = new Dictionary<double, double>();
        for (int i = 0; i < cells.Rows; i++)
            for (int j = 0; j < cells.Columns; j++)
            {
                double siemens = cells[i, j];
                column[j] += siemens;
                if (model.Place != NoisePlace.Cell) continue;
                if (!known.TryGetValue(siemens, out double one)) known.Add(siemens, one = model.BandVariance(new(siemens, volts,
                    kelvin), hertz));
                variance[j] += one;
            }
        double input = model.Place == NoisePlace.Cell ? 0 : Math.Sqrt(model.BandVariance(new(0, volts, kelvin), hertz));
        return [.. variance.Select((v, j) => model.Place switch
        {
            NoisePlace.Cell => Math.Sqrt(v),
            NoisePlace.AmplifierInput when !conditions.SensesVoltage => input * (column[j] + 1 / conditions.SenseOhms),
            _ => input / conditions.SenseOhms,
        })];
    }
}
