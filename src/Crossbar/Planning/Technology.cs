using Crossbar.Planning.Cells;
using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>What an array is made of: metal, pitch and cell. Every segment's resistance and capacitance follow from these, unless a source
/// gives them directly.</summary>
public sealed record Technology : ICatalogued
{
    private readonly double? _wordSegmentOhms, _bitSegmentOhms, _wordSegmentFarads, _bitSegmentFarads;

    public required string Name { get; init; }
    public required string Summary { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>Feature size F in which cells are measured, m. Range: &gt; 0.</summary>
    public required double FeatureMetres { get; init => field = Check.Positive(value, nameof(FeatureMetres), "m"); }

    /// <summary>Word lines.</summary>
    public required Metal WordMetal { get; init; }

    /// <summary>Bit lines.</summary>
    public required Metal BitMetal { get; init; }

    /// <summary>Footprint of a cell. Default passive (our choice).</summary>
    public ICellFootprint Cell { get; init; } = new PassiveCrossing();

    /// <summary>Capacitance of the device itself, which both its lines see, F. Default 0 (our choice: add what was measured). Range: ≥
    /// 0.</summary>
    public double CellFarads { get; init => field = Check.NotNegative(value, nameof(CellFarads), "F"); }

    /// <summary>Resistance of a word-line segment, Ω: metal and pitch, or what was set. Range: ≥ 0.</summary>
    public double WordSegmentOhms
    {
        get => _wordSegmentOhms ?? WordMetal.OhmsPerMetre() * Cell.WidthFeatures * FeatureMetres;
        init => _wordSegmentOhms = Check.NotNegative(value, nameof(WordSegmentOhms), "ohm");
    }

    /// <summary>Resistance of a bit-line segment, Ω: metal and pitch, or what was set. Range: ≥ 0.</summary>
    public double BitSegmentOhms
    {
        get => _bitSegmentOhms ?? BitMetal.OhmsPerMetre() * Cell.HeightFeatures * FeatureMetres;
        init => _bitSegmentOhms = Check.NotNegative(value, nameof(BitSegmentOhms), "ohm");
    }

    /// <summary>Capacitance of a word-line segment with its device, F: metal, pitch and device, or what was set. Range: ≥ 0.</summary>
    public double WordSegmentFarads
    {
        get => _wordSegmentFarads ?? WordMetal.CapacitancePerMetre() * Cell.WidthFeatures * FeatureMetres + CellFarads;
        init => _wordSegmentFarads = Check.NotNegative(value, nameof(WordSegmentFarads), "F");
    }

    /// <summary>Capacitance of a bit-line segment with its device, F: metal, pitch and device, or what was set. Range: ≥ 0.</summary>
    public double BitSegmentFarads
    {
        get => _bitSegmentFarads ?? BitMetal.CapacitancePerMetre() * Cell.HeightFeatures * FeatureMetres + CellFarads;
        init => _bitSegmentFarads = Check.NotNegative(value, nameof(BitSegmentFarads), "F");
    }

    /// <summary>Ground under one cell, m².</summary>
    public double CellSquareMetres => Cell.WidthFeatures * Cell.HeightFeatures * FeatureMetres * FeatureMetres;
}
