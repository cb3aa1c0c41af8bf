using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>The nonlinear cells that are built in.</summary>
public static class CellLaws
{
    /// <summary>All of them with their default parameters, by name.</summary>
    public static IReadOnlyList<ICellLawFactory> All { get; } = Catalog.Of<ICellLawFactory>(typeof(ICellLawFactory).Assembly);
}
