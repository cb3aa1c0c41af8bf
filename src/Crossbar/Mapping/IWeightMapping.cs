using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Mapping;

/// <summary>A way to write couplings and fields as conductances, exactly invertible before errors are applied.</summary>
public interface IWeightMapping : ICatalogued
{
    /// <summary>Target conductances for a model.</summary>
    MappedWeights Map(IsingModel model);
}
