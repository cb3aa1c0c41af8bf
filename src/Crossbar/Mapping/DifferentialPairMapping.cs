using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Mapping;

/// <summary>Each weight is the difference of two cells, one on the +v and one on the −v word line of a spin: the larger carries OffSiemens
/// + |w| · unit, the other stays at OffSiemens. Fields sit on bias pairs at ± the supply.</summary>
public sealed record DifferentialPairMapping : IWeightMapping
{
    public string Name => "differential-pair";
    public string Summary => "weight = G+ − G−, one of the two cells always off; fields on bias lines";

    /// <summary>Conductance of a cell that is off, S. Default 1 µS (R_off = 1 MΩ: Cai et al. 2020, p. 415). Range: &gt; 0.</summary>
    public double OffSiemens { get; init => field = Check.Positive(value, nameof(OffSiemens), "S"); } = 1e-6;

    /// <summary>Largest conductance of a cell, S. Default 100 µS (R_on = 10 kΩ: Cai et al. 2020, p. 415). Range: &gt; OffSiemens.</summary>
    public double OnSiemens { get; init => field = Check.Positive(value, nameof(OnSiemens), "S"); } = 1e-4;

    /// <summary>Bias pairs over which the fields are spread; 0 takes as few as keep every field cell within the range that the largest
    /// coupling needs, at most one per spin. Default 0 (our choice: fields then cost area, not precision). Range: ≥ 0.</summary>
    public int BiasLines { get; init => field = Check.AtLeast(value, 0, nameof(BiasLines)); }

    public MappedWeights Map(IsingModel model)
    {
        if (!(OnSiemens > OffSiemens))
            throw new ArgumentException($"OnSiemens ({OnSiemens} S) must be larger than OffSiemens ({OffSiemens} S).", nameof(model));
        int n = model.Size;
        double largestCoupling = model.Couplings.LargestMagnitude(), largestField = 0;
        foreach (double h in model.Fields) largestField = Math.Max(largestField, Math.Abs(h));
        int biasLines = largestField == 0 ? 0
            : BiasLines > 0 ? BiasLines
            : largestCoupling == 0 ? 1
            : Math.Clamp((int)Math.Ceiling(largestField / largestCoupling), 1, n);
        double largest = Math.Max(largestCoupling, biasLines == 0 ? 0 : largestField / biasLines);
        double unit = largest == 0 ? OnSiemens - OffSiemens : (OnSiemens - OffSiemens) / largest;

        int rows = 2 * (n + biasLines);
        var siemens = new double[checked(rows * n)];
        Array.Fill(siemens, OffSiemens);
        for (int j = 0; j < n; j++)
            foreach (var (i, weight) in model.Couplings.Row(j))
                Write(siemens, 2 * j, i, n, weight * unit);
        for (int b = 0; b < biasLines; b++)
            for (int i = 0; i < n; i++)
                Write(siemens, 2 * (n + b), i, n, model.Fields[i] / biasLines * unit);
        return new()
        {
            Mapping = Name,
            Cells = new(rows, n, siemens),
            UnitSiemens = unit,
            RangeSiemens = OnSiemens - OffSiemens,
            BiasLines = biasLines,
            Offset = model.Offset,
        };
    }

    private void Write(double[] siemens, int plusRow, int column, int columns, double difference)
    {
        int row = difference >= 0 ? plusRow : plusRow + 1;
        siemens[row * columns + column] = Math.Min(OffSiemens + Math.Abs(difference), OnSiemens);
    }
}
