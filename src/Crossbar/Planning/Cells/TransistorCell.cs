namespace Crossbar.Planning.Cells;

/// <summary>One transistor, one resistor, 48F², wide enough for the current that writes the device.</summary>
public sealed record TransistorCell : ICellFootprint
{
    /// <inheritdoc/>
    public string Name => "1t1r";

    /// <inheritdoc/>
    public string Summary => "one transistor, one resistor, 12F x 4F = 48F² (NeuroSim V1.4 '1T1R')";

    /// <inheritdoc/>
    public double WidthFeatures => 12;

    /// <inheritdoc/>
    public double HeightFeatures => 4;
}
