using Cli.Output;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Tsp;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws tours.</summary>
internal sealed class TourDrawing : AnswerDrawing
{
    public override string Name => "tsp";
    public override string Summary => "a tour through cities";

    internal override bool Draws(IProblem problem) => problem is TspProblem;

    internal override string Describe(IProblem problem)
    {
        var (instance, encoding) = (((TspProblem)problem).Instance, ((TspProblem)problem).Encoding);
        return $"Travelling salesman: a short closed tour through {instance.CityCount} cities. One neuron per city and position "
            + $"({problem.SpinCount} in all), with the parameters of {encoding.Name}; of a valid tour "
            + $"E = length / {Quantity.Score(1 / encoding.EnergyPerLength(instance))}.";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var instance = ((TspProblem)outcome.Main.Problem).Instance;
        string known = outcome.Main.Problem.BestKnown is not { } best ? ""
            : $"{(best.Proven ? "optimum" : "best known")} {Quantity.Score(best.Score)}";
        foreach (var (_, run, maker, suffix) in Makers(outcome))
            if (run.Solution is TourSolution { Tour: { } tour })
                yield return new($"tour-{suffix}", new TourFigure
                {
                    Title = $"Tour of length {Quantity.Score(run.Solution.Score)}, {maker}",
                    Tour = tour,
                    Coordinates = Places(instance),
                    Note = known,
                }, "The best tour of all runs; the larger dot is the first city.");
    }

    // GEO coordinates are (latitude, longitude), that is (y, x).
    internal static IReadOnlyList<(double X, double Y)>? Places(TspInstance instance) =>
        instance.Metric == TspMetric.Geographic && ReferenceEquals(instance.DisplayCoordinates, instance.Coordinates)
            ? [.. instance.Coordinates!.Select(place => (place.Y, place.X))]
            : instance.DisplayCoordinates;
}
