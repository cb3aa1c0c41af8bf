using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>Every noise model of the program, looked up once.</summary>
public static class NoiseCatalog
{
    /// <summary>All models with their default parameters, by name.</summary>
    public static IReadOnlyList<INoiseModel> All { get; } = Catalog.Of<INoiseModel>();

    /// <summary>The model of that name with its default parameters.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static INoiseModel Find(string name) => Catalog.Find<INoiseModel>(name, "noise");
}
