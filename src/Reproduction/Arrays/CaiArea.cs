using Crossbar.Planning;

namespace Reproduction.Arrays;

/// <summary>The area of the planned array of the memristor Hopfield network.</summary>
public sealed class CaiArea : IClaimFamily
{
    public string Name => "cai-area";
    public string Summary => "Ground under 128 x 128 cells of 12F² at 32 nm.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "array.cai-s1.area",
            Statement = "Area of the 128 × 128 array, in square micrometres.",
            Source = "Cai et al. 2019, arXiv 1903.11194, Table S1 (NeuroSim+, 32 nm)",
            Published = "201.30 µm²",
            Protocol = "technology 'cai2020', 128 × 128 cells, no periphery",
            Reproduces = new(201.25, 201.35),
            Unit = "µm²",
            Quick = true,
            Measure = (_, _) => new(1e12 * new ArrayPlan(128, 128, TechnologyFile.Find("cai2020")).AreaSquareMetres),
        },
    ];
}
