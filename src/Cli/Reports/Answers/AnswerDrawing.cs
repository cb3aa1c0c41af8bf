using Cli.Output;
using Hopfield.Numerics;
using Solvers.Problems;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>How the answers of one kind of problem are described and drawn. Every drawing in this assembly is found by the
/// <see cref="Catalog"/>: a new problem adds one file here, and a problem without one is reported without its picture.</summary>
internal abstract class AnswerDrawing : ICatalogued
{
    public abstract string Name { get; }
    public abstract string Summary { get; }

    /// <summary>Whether this is the drawing for that problem.</summary>
    internal abstract bool Draws(IProblem problem);

    /// <summary>One sentence on the instance and how it became spins.</summary>
    internal abstract string Describe(IProblem problem);

    /// <summary>The best answers of the machine and, where there is one, of the digital engine beside it.</summary>
    internal abstract IEnumerable<ReportFigure> Draw(SolveRecord outcome);

    /// <summary>The drawing for a problem; null where there is none.</summary>
    internal static AnswerDrawing? For(IProblem problem) =>
        Catalog.Of<AnswerDrawing>(typeof(AnswerDrawing).Assembly).FirstOrDefault(drawing => drawing.Draws(problem));

    /// <summary>The results that have an answer to draw, with what made them and a file-name ending.</summary>
    private protected static IEnumerable<(ExperimentRuns Result, SolvedRun Best, string Maker, string Suffix)> Makers(SolveRecord outcome)
    {
        if (outcome.Main.Best is { } best) yield return (outcome.Main, best, MachineWords.Name(outcome), MachineWords.Short(outcome));
        if (outcome.DigitalRuns is { Best: { } other } digital) yield return (digital, other, "digital engine", "digital");
    }
}
