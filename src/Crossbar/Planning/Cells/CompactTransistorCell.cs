namespace Crossbar.Planning.Cells;

/// <summary>One transistor, one resistor, 12F² (Cai et al. 2020, arXiv 1903.11194 Table S1: 128 × 128 cells of 32 nm on 201.3 µm²). The
/// sides 4F × 3F are our choice; the source gives the area alone.</summary>
public sealed record CompactTransistorCell : ICellFootprint
{
    public string Name => "1t1r-compact";
    public string Summary => "one transistor, one resistor, 4F x 3F = 12F² (area: Cai et al. 2020)";
    public double WidthFeatures => 4;
    public double HeightFeatures => 3;
}
