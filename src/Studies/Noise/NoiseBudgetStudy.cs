using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Mapping;
using Crossbar.Noise;
using Crossbar.Planning;
using Hopfield.Numerics;

namespace Studies.Noise;

/// <summary>What each noise adds to one read of a column, every other cell of which is on.</summary>
public sealed record NoiseBudgetStudy : Study<NoiseBudgetRecord>
{
    private static readonly ReadConditions s_usual = new() { UnitSiemens = 1 };
    private static readonly DifferentialPairMapping s_mapping = new();

    public override string Name => "noise budget";
    public override string Summary => "the noise of one read of a column, in amperes, volts and units of weight";

    /// <summary>Cells in the column. Default 60 (the graph of Cai et al. 2020). Range: 1 … 1 000 000.</summary>
    public int Rows
    {
        get;
        init => field = value is >= 1 and <= 1_000_000 ? value
            : throw new ArgumentException($"{nameof(Rows)} must be from 1 to 1000000, not {value}");
    } = 60;

    /// <summary>Conductance of a cell that is on, S. Default that of the mapping. Range: &gt; 0.</summary>
    public double OnSiemens { get; init => field = Check.Positive(value, nameof(OnSiemens), "S"); } = s_mapping.OnSiemens;

    /// <summary>Conductance of a cell that is off, S. Default that of the mapping. Range: ≥ 0, less than on.</summary>
    public double OffSiemens { get; init => field = Check.NotNegative(value, nameof(OffSiemens), "S"); } = s_mapping.OffSiemens;

    /// <summary>Voltage across each cell, V. Default as <see cref="ReadConditions"/>. Range: &gt; 0.</summary>
    public double Volts { get; init => field = Check.Positive(value, nameof(Volts), "V"); } = s_usual.ReadVolts;

    /// <summary>Noise bandwidth of the read, Hz. Default as <see cref="ReadConditions"/>. Range: &gt; 0.</summary>
    public double BandwidthHertz { get; init => field = Check.Positive(value, nameof(BandwidthHertz), "Hz"); } = s_usual.BandwidthHertz;

    /// <summary>Temperature, K. Default 300 K (our choice). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = s_usual.Kelvin;

    /// <summary>Volts at the decision node per ampere of column current, Ω. Default as <see cref="ReadConditions"/>. Range: &gt;
    /// 0.</summary>
    public double SenseOhms { get; init => field = Check.Positive(value, nameof(SenseOhms), "ohm"); } = s_usual.SenseOhms;

    /// <summary>The noise. Default all that there are.</summary>
    public IReadOnlyList<INoiseModel> Noise { get; init; } = Catalog.Of<INoiseModel>();

    public override NoiseBudgetRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var cells = new ConductanceMatrix(Rows, 1, [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0 ? OnSiemens : OffSiemens)]);
        var budget = ReadNoiseBudget.Of(Noise, cells, new()
        {
            ReadVolts = Volts,
            BandwidthHertz = BandwidthHertz,
            Kelvin = Kelvin,
            UnitSiemens = OnSiemens - OffSiemens,
            SenseOhms = SenseOhms,
        });
        return new() { Options = this, Budget = NoiseSummary.Of(budget, Kelvin) };
    }
}

/// <summary>The noise of one read.</summary>
public sealed record NoiseBudgetRecord : StudyRecord
{
    /// <summary>Temperature, K.</summary>
    public double Kelvin => Budget.Kelvin;

    /// <summary>The sources, then all together.</summary>
    public IReadOnlyList<NoiseRow> Rows => Budget.Rows;

    /// <summary>Both.</summary>
    [JsonIgnore]
    public required NoiseSummary Budget { get; init; }
}
