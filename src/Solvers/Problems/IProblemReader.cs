using Hopfield.Numerics;

namespace Solvers.Problems;

/// <summary>One instance format, read and written; found by the catalogue, so that a new problem brings its file format along, and every
/// contract test runs over its example.</summary>
public interface IProblemReader : ICatalogued
{
    /// <summary>File name extensions that name this format, lower case with the dot; no two readers share one.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>A correct file of at most 16 spins, as text with the first of <see cref="Extensions"/>.</summary>
    string Example { get; }

    /// <summary>True when the first content line shows this format beyond doubt; asked only for files whose extension nobody
    /// knows.</summary>
    /// <param name="firstLine">The first line that is neither blank nor a comment (#, % or c); binary files give garbage.</param>
    bool Claims(string firstLine);

    /// <summary>Reads the instance.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a correct instance; path, line and expectation are named.</exception>
    IProblem Read(string path);

    /// <summary>Writes an instance so that <see cref="Read"/> gives back an equal one.</summary>
    /// <exception cref="ArgumentException">The problem is of another kind, or holds what this format cannot say.</exception>
    void Write(string path, IProblem problem);
}
