using Hopfield.Numerics;

namespace Studies.Solving;

/// <summary>Where the instances of an experiment come from: a file and how it is read, or a rule that makes them. Adding one file adds a
/// kind of problem to records and to <c>hopfield rerun</c>.</summary>
public interface IProblemSource : ICatalogued
{
    /// <summary>The instances, starts and names.</summary>
    /// <param name="seed">Of the experiment, for sources that draw.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or is not the one that the source names.</exception>
    SolveJob Job(ulong seed);
}
