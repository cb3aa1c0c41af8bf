namespace Crossbar.Planning.Cells;

/// <summary>One transistor, one resistor, 48F², wide enough for the current that writes the device.</summary>
public sealed record TransistorCell : ICellFootprint
{
    public string Name => "1t1r";
    public string Summary => "one transistor, one resistor, 12F x 4F = 48F² (NeuroSim V1.4 '1T1R')";
    public double WidthFeatures => 12;
    public double HeightFeatures => 4;
}
