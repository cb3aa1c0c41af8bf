using Hopfield.Numerics;

namespace Crossbar.Planning.Tiling;

/// <summary>What it costs to turn a tile's outputs into numbers and to add the numbers of several tiles.</summary>
public sealed record ReadoutCosts
{
    /// <summary>Energy of one conversion, J. Default 1.67 pJ (8 bit, 1.2 GS/s, 32 nm: ISAAC, Shafiee et al. 2016, as quoted by Accelergy).
    /// Range: ≥ 0.</summary>
    public double ConversionJoules { get; init => field = Check.NotNegative(value, nameof(ConversionJoules), "J"); } = 1.67e-12;

    /// <summary>Energy of one 32-bit addition, J. Default 0.1 pJ (45 nm: Horowitz, ISSCC 2014). Range: ≥ 0.</summary>
    public double AdditionJoules { get; init => field = Check.NotNegative(value, nameof(AdditionJoules), "J"); } = 0.1e-12;

    /// <summary>Area of one converter, m². Default 1200 µm² (as the conversion). Range: ≥ 0.</summary>
    public double ConverterSquareMetres { get; init => field = Check.NotNegative(value, nameof(ConverterSquareMetres), "m²"); } = 1200e-12;

    /// <summary>Outputs that share a converter. Default 8 (NeuroSim V1.4). Range: ≥ 1.</summary>
    public int OutputsPerConverter { get; init => field = Check.AtLeast(value, 1, nameof(OutputsPerConverter)); } = 8;
}
