namespace Crossbar.Engines.Reduced;

/// <summary>What a transient integrates: a right-hand side, and what can be read at the states it was last evaluated at.</summary>
internal interface ITransientDynamics
{
    /// <summary>Number of state variables.</summary>
    int Order { get; }

    /// <summary>The driven signals of the latest evaluation, V.</summary>
    double[] Signals { get; }

    /// <summary>dy/dt at (t, y).</summary>
    void Rate(double t, ReadOnlySpan<double> y, Span<double> rate);

    /// <summary>Brings everything that <see cref="DeliveredWatts"/> needs up to date with (t, y).</summary>
    void Observe(double t, ReadOnlySpan<double> y, Span<double> scratch);

    /// <summary>Power that the drivers deliver at the latest evaluation, W.</summary>
    double DeliveredWatts(ReadOnlySpan<double> y);

    /// <summary>Whether small deviations of the nodes from (t, y) die out.</summary>
    /// <param name="t">Time, s.</param>
    /// <param name="y">States.</param>
    /// <param name="workspace">At least the square of the number of nodes and lagging outputs.</param>
    bool IsStable(double t, ReadOnlySpan<double> y, double[] workspace);
}
