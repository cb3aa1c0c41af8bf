namespace Crossbar.Planning.Tiling;

/// <summary>A weight matrix cut into tiles of one size, and what that costs.</summary>
public sealed record TilingChoice
{
    /// <summary>Word and bit lines of a whole tile.</summary>
    public required int TileLines { get; init; }

    /// <summary>Tiles along the inputs; their partial sums are added.</summary>
    public required int TilesDown { get; init; }

    /// <summary>Tiles along the outputs.</summary>
    public required int TilesAcross { get; init; }

    /// <summary>RMS error of the added outputs after calibration, units of weight.</summary>
    public required double RmsWeightUnits { get; init; }

    /// <summary>Largest error that was drawn, units of weight.</summary>
    public required double LargestWeightUnits { get; init; }

    /// <summary>Largest error that any inputs can make on these weights with the same calibration, units of weight: exact, by
    /// linearity.</summary>
    public required double WorstWeightUnits { get; init; }

    /// <summary>RMS error over the RMS of the exact products.</summary>
    public required double RelativeRms { get; init; }

    /// <summary>Settling time of the slowest tile, s.</summary>
    public required double SettleSeconds { get; init; }

    /// <summary>Energy of all arrays in one read, J.</summary>
    public required double ArrayJoules { get; init; }

    /// <summary>Energy of all conversions in one read, J.</summary>
    public required double ConversionJoules { get; init; }

    /// <summary>Energy of adding the partial sums, J.</summary>
    public required double AdditionJoules { get; init; }

    /// <summary>Energy of one read, J.</summary>
    public double Joules => ArrayJoules + ConversionJoules + AdditionJoules;

    /// <summary>Ground under the cells, m².</summary>
    public required double ArraySquareMetres { get; init; }

    /// <summary>Ground under the converters, m².</summary>
    public required double ConverterSquareMetres { get; init; }

    /// <summary>Conversions in one read: one for each output of each tile.</summary>
    public required int Conversions { get; init; }

    /// <summary>True when every solution reached its tolerance.</summary>
    public required bool Converged { get; init; }
}
