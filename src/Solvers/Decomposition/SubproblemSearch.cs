using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Decomposition;

/// <summary>A machine of limited size settles a model of any size: a block of spins is freed while all others are held and enter as fields,
/// the inner machine settles the block from a random start, and its answer is taken if the energy does not rise. Only the machine moves
/// spins; there is no digital search beside it, and the end is a state that no block of the kinds tried improves. Source of the scheme:
/// Booth, Reinhardt and Roy 2017, D-Wave technical report 14-1006A (qbsolv).</summary>
public sealed class SubproblemSearch : IMachine
{
    /// <summary>Blocks of 64 spins on annealed digital neurons.</summary>
    public SubproblemSearch() : this(new AnnealedDescent(), new SubproblemOptions())
    {
    }

    /// <summary>Blocks on a machine.</summary>
    public SubproblemSearch(IMachine inner, SubproblemOptions options) => (Inner, Options) = (inner, options);

    public string Name => "blocks";
    public string Summary => "block after block of a large model on a smaller machine, the rest held as fields";

    /// <summary>What settles the blocks.</summary>
    public IMachine Inner { get; init; }

    /// <summary>Blocks and when to end.</summary>
    public SubproblemOptions Options { get; init; }

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) =>
        model.Size <= Options.BlockSpins ? Inner.Prepare(model, cancellation) : new Prepared(this, model);

    private sealed class Prepared(SubproblemSearch search, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new BlockRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var chooser = new BlockChooser(model, search.Options.BlockSpins, key);
            int perRound = (model.Size + search.Options.BlockSpins - 1) / search.Options.BlockSpins;
            long most = (long)perRound * search.Options.MostRounds, patience = (long)perRound * search.Options.PatientRounds, lastGain = 0;
            while (run.Blocks < most && run.Blocks - lastGain < patience)
            {
                cancellation.ThrowIfCancellationRequested();
                var blockKey = key.Fold("block").Fold((ulong)run.Blocks);
                if (run.Settle(chooser.Next(run.Spins, run.Fields), search.Inner, blockKey, cancellation)) lastGain = run.Blocks;
            }
            bool settled = run.Blocks - lastGain >= patience;
            string end = settled ? $"no lower energy in the last {patience}" : "ended by their number";
            return run.ToTrace(key, $"{run.Blocks} blocks of {search.Options.BlockSpins} spins, {run.TakenBlocks} taken; {end}", settled);
        }
    }
}
