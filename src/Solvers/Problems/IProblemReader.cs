using Hopfield.Numerics;

namespace Solvers.Problems;

/// <summary>Reads one kind of instance file; found by the catalogue, so that a new problem brings its file format along.</summary>
public interface IProblemReader : ICatalogued
{
    /// <summary>True when a file with this name and first content line is of this kind; at most one reader may claim a file.</summary>
    /// <param name="path">The file's path, for its extension.</param>
    /// <param name="firstLine">The first line that is neither blank nor a comment starting with #; binary files give garbage.</param>
    bool Claims(string path, string firstLine);

    /// <summary>Reads the instance.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a correct instance; path, line and expectation are named.</exception>
    IProblem Read(string path);
}
