using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>A kind of nonlinear cell that users can name, with its parameters: a public record, found by the <see cref="Catalog"/>, whose
/// settable properties are what a parameter file may set.</summary>
public interface ICellLawFactory : ICatalogued
{
    /// <summary>The law of every cell of an array.</summary>
    /// <param name="cells">Conductance of each cell where its own law is ohmic, S; 0 is an open cell.</param>
    ICellLaw Create(ConductanceMatrix cells);
}
