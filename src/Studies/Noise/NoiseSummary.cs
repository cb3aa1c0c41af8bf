using Crossbar.Planning;

namespace Studies.Noise;

/// <summary>What noise adds at a decision node.</summary>
/// <param name="Kelvin">Temperature, K.</param>
/// <param name="Rows">The sources, then all together.</param>
public sealed record NoiseSummary(double Kelvin, IReadOnlyList<NoiseRow> Rows)
{
    /// <summary>Of a budget at a temperature, K.</summary>
    public static NoiseSummary Of(ReadNoiseBudget budget, double kelvin) => new(kelvin,
        [.. budget.Contributions.Append(budget.Total).Select(part =>
            new NoiseRow(part.Source, part.Amperes, part.Volts, part.WeightUnits, ReadNoiseBudget.Verdict(part.WeightUnits)))]);
}

/// <summary>What one source adds at the decision node.</summary>
/// <param name="Source">Name of the noise.</param>
/// <param name="SigmaAmperes">Standard deviation as a column current, A.</param>
/// <param name="SigmaVolts">The same at the node, V.</param>
/// <param name="SigmaWeightUnits">The same in units of weight.</param>
/// <param name="Verdict">Whether it can anneal a problem whose smallest field is one unit.</param>
public sealed record NoiseRow(string Source, double SigmaAmperes, double SigmaVolts, double SigmaWeightUnits, string Verdict);
