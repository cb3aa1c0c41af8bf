using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Something that settles Ising models: a digital dynamics or a circuit. Solvers cannot tell which.</summary>
/// <remarks>A machine in one file is complete: the command line, records, help and contract tests find it by its name, take its parameters
/// from <see cref="Parameters"/> and its schedule from <see cref="For"/>.</remarks>
public interface IMachine : ICatalogued
{
    /// <summary>What can be set: a record, or the machine itself, whose init properties are the parameters.</summary>
    object Parameters => this;

    /// <summary>The machine with the schedule that suits a kind of landscape.</summary>
    IMachine For(Landscape landscape) => this;

    /// <summary>The machine with other parameters.</summary>
    /// <param name="parameters">Of the type of <see cref="Parameters"/>.</param>
    IMachine With(object parameters) => (IMachine)parameters;

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

/// <summary>A machine that runs several settlings side by side much faster than one after the other.</summary>
public interface IReplicaMachine : IPreparedMachine
{
    /// <summary>Runs of one block.</summary>
    int BlockRuns { get; }

    /// <summary>One to <see cref="BlockRuns"/> runs at once. Choices that the runs of a block share are drawn from the first key, so a run
    /// depends on which run leads its block, and on nothing else; a block of one is <see cref="IPreparedMachine.Settle"/>.</summary>
    /// <param name="starts">Start activations of each run.</param>
    /// <param name="keys">Key of each run.</param>
    /// <param name="cancellation">Ends the runs early with <see cref="OperationCanceledException"/>.</param>
    SettlingTrace[] SettleBlock(IReadOnlyList<double[]> starts, IReadOnlyList<RandomKey> keys, CancellationToken cancellation = default);
}
