namespace Crossbar.Planning.Cells;

/// <summary>A device alone where two lines cross, 4F²: the densest there is, and every other cell is a sneak path.</summary>
public sealed record PassiveCrossing : ICellFootprint
{
    public string Name => "passive";
    public string Summary => "device at a bare crossing, 2F x 2F = 4F² (NeuroSim V1.4 'Crossbar')";
    public double WidthFeatures => 2;
    public double HeightFeatures => 2;
}
