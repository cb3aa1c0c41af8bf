using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Planning.Errors;

/// <summary>A weight matrix in the cells of one array. A weight w is a conductance difference w · unit above OffSiemens, the unit chosen so
/// that the largest weight that is asked for makes OnSiemens.</summary>
public sealed class PlacedWeights
{
    private PlacedWeights(WeightPlacement placement, int inputs, int outputs, double unitSiemens, ConductanceMatrix cells) =>
        (Placement, Inputs, Outputs, UnitSiemens, Cells) = (placement, inputs, outputs, unitSiemens, cells);

    /// <summary>Which cells hold a weight.</summary>
    public WeightPlacement Placement { get; }

    /// <summary>Rows of the weight matrix.</summary>
    public int Inputs { get; }

    /// <summary>Columns of the weight matrix.</summary>
    public int Outputs { get; }

    /// <summary>Conductance difference that stands for one unit of weight, S.</summary>
    public double UnitSiemens { get; }

    /// <summary>The cells.</summary>
    public ConductanceMatrix Cells { get; }

    /// <summary>Inputs that an array with so many word lines holds.</summary>
    public static int InputsOf(WeightPlacement placement, int rows) => placement == WeightPlacement.RowPair ? rows / 2 : rows;

    /// <summary>Outputs that an array with so many bit lines holds.</summary>
    public static int OutputsOf(WeightPlacement placement, int columns) => placement switch
    {
        WeightPlacement.ColumnPair => columns / 2,
        WeightPlacement.ReferenceColumn => columns - 1,
        _ => columns,
    };

    /// <summary>Writes weights, inputs × outputs, row-major.</summary>
    /// <param name="placement">Which cells hold a weight.</param>
    /// <param name="inputs">Rows of the weight matrix, at least 1.</param>
    /// <param name="outputs">Columns of the weight matrix, at least 1.</param>
    /// <param name="weights">The weights; not negative where one cell holds each.</param>
    /// <param name="offSiemens">Conductance of a cell that is off, S, at least 0.</param>
    /// <param name="onSiemens">Conductance of the largest weight, S.</param>
    /// <param name="largestWeight">The weight that makes a cell fully on; null takes the largest magnitude there is (1 if all are
    /// zero).</param>
    /// <exception cref="ArgumentException">A weight is negative, not finite or too large, or on is not above off.</exception>
    public static PlacedWeights Place(
        WeightPlacement placement, int inputs, int outputs, ReadOnlySpan<double> weights, double offSiemens, double onSiemens,
            double? largestWeight = null)
    {
        Check.AtLeast(inputs, 1, nameof(inputs));
        Check.AtLeast(outputs, 1, nameof(outputs));
        Check.Length(weights.Length, checked(inputs * outputs), nameof(weights));
        Check.NotNegative(offSiemens, nameof(offSiemens), "S");
        if (!(onSiemens > offSiemens)) throw new ArgumentException($"OnSiemens ({onSiemens} S) must be larger than OffSiemens ({offSiemens} S).");
        double largest = 0;
        foreach (double w in weights) largest = Math.Max(largest, Math.Abs(w));
        double full = largestWeight ?? (largest == 0 ? 1 : largest);
        bool isSigned = placement is WeightPlacement.ColumnPair or WeightPlacement.RowPair;
        for (int k = 0; k < weights.Length; k++)
            if (!(Math.Abs(weights[k]) <= full) || (weights[k] < 0 && !isSigned))
                throw new ArgumentException($"Weight [{k / outputs},{k % outputs}] is {weights[k]}; expected a number from {(isSigned ? -full : 0)} to {full}"
                    + (isSigned ? "." : $" ('{placement}' cells hold no negative weights)."));
        double unit = (onSiemens - offSiemens) / full;
        int rows = placement == WeightPlacement.RowPair ? 2 * inputs : inputs;
        int columns = placement switch
        {
            WeightPlacement.ColumnPair => 2 * outputs,
            WeightPlacement.ReferenceColumn => outputs + 1,
            _ => outputs,
        };
        var siemens = new double[checked(rows * columns)];
        Array.Fill(siemens, offSiemens);
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < outputs; j++)
            {
                double w = weights[i * outputs + j];
                int partner = w < 0 ? 1 : 0; // the second cell of a pair takes negative weights
                int cell = placement switch
                {
                    WeightPlacement.ColumnPair => i * columns + 2 * j + partner,
                    WeightPlacement.RowPair => (2 * i + partner) * columns + j,
                    _ => i * columns + j,
                };
                siemens[cell] = Math.Min(offSiemens + Math.Abs(w) * unit, onSiemens);
            }
        return new(placement, inputs, outputs, unit, new(rows, columns, siemens));
    }

    /// <summary>Word-line voltages for inputs, given as multiples of the read voltage.</summary>
    public void FillVolts(ReadOnlySpan<double> inputs, double readVolts, Span<double> wordVolts)
    {
        Check.Length(inputs.Length, Inputs, nameof(inputs));
        Check.Length(wordVolts.Length, Cells.Rows, nameof(wordVolts));
        for (int i = 0; i < inputs.Length; i++)
            if (Placement == WeightPlacement.RowPair)
                (wordVolts[2 * i], wordVolts[2 * i + 1]) = (readVolts * inputs[i], -readVolts * inputs[i]);
            else wordVolts[i] = readVolts * inputs[i];
    }

    /// <summary>Output currents as weighted sums of the inputs, in units of weight.</summary>
    public void Decode(ReadOnlySpan<double> amperes, double readVolts, Span<double> sums)
    {
        Check.Length(amperes.Length, Cells.Columns, nameof(amperes));
        Check.Length(sums.Length, Outputs, nameof(sums));
        double scale = 1 / (readVolts * UnitSiemens);
        for (int j = 0; j < sums.Length; j++)
            sums[j] = scale * Placement switch
            {
                WeightPlacement.ColumnPair => amperes[2 * j] - amperes[2 * j + 1],
                WeightPlacement.ReferenceColumn => amperes[j] - amperes[^1],
                _ => amperes[j],
            };
    }
}
