using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Something that settles Ising models: a digital dynamics or a circuit. Solvers cannot tell which.</summary>
public interface IMachine : ICatalogued
{
    /// <summary>Does once what all runs on this model share (mapping, netlist, reduction).</summary>
    IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default);
}

/// <summary>A machine that holds one model. <see cref="Settle"/> may be called from several threads at once.</summary>
public interface IPreparedMachine
{
    /// <summary>One run. The same start and key give the same trace, bit for bit, on any thread.</summary>
    /// <param name="start">N activations in [−1, +1]; a digital machine takes their signs (zeros by a coin of the key).</param>
    /// <param name="key">Source of every random choice of this run.</param>
    /// <param name="cancellation">Ends the run early with <see cref="OperationCanceledException"/>.</param>
    SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default);
}
