using Solvers.Problems.Tsp;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>Cities to visit: TSPLIB.</summary>
public sealed record TourFile : IProblemSource
{
    public string Name => "tour";
    public string Summary => "cities to visit, TSPLIB";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>Distances are not rounded, as for Hopfield and Tank's cities in the unit square.</summary>
    public bool RealDistances { get; init; }

    /// <summary>The parameters of 1985 instead of Talaván and Yáñez's.</summary>
    public bool HopfieldTank { get; init; }

    /// <summary>C of Talaván and Yáñez: the weight of the number of neurons that are on.</summary>
    public double GlobalWeight { get; init; } = TalavanYanez.DefaultGlobalWeight;

    /// <summary>The cities.</summary>
    public TspInstance Instance() => TspLibFile.Read(File.Checked(), RealDistances);

    public SolveJob Job(ulong seed) => SolveJob.Of(new TspProblem(Instance(), HopfieldTank ? new HopfieldTank() : new TalavanYanez { GlobalWeight = GlobalWeight }));
}
