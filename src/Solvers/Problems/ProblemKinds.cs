namespace Solvers.Problems;

/// <summary>Asks a problem for its kind.</summary>
internal static class ProblemKinds
{
    /// <summary>The problem as what a writer can write.</summary>
    /// <exception cref="ArgumentException">It is of another kind.</exception>
    public static T As<T>(this IProblem problem, IProblemReader writer) where T : class, IProblem =>
        problem as T ?? throw new ArgumentException($"{problem.Name} cannot be written as {writer.Summary}: it is a {problem.GetType().Name}.", nameof(problem));
}
