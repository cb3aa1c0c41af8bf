using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>Every noise model of this assembly.</summary>
public static class NoiseCatalog
{
    /// <summary>All models with their default parameters, by name.</summary>
    public static IReadOnlyList<INoiseModel> All { get; } = Catalog.Of<INoiseModel>(typeof(INoiseModel).Assembly);

    /// <summary>The model of that name with its default parameters.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static INoiseModel Find(string name) => All.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"there is no noise '{name}'; expected one of {string.Join(", ", All.Select(model => model.Name))}");
}
