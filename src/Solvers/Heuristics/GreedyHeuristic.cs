using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Greedy construction and descent, again and again: in random order each spin takes the side that the spins before it prefer,
/// then spins flip while that lowers the energy. Source of the construction: Sahni and Gonzalez 1976, J. ACM 23:555 (SG).</summary>
public sealed class GreedyHeuristic : IHeuristic
{
    public string Name => "greedy";
    public string Summary => "greedy construction in random order and descent, from many orders";
    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(GreedyHeuristic heuristic, IntegerModel model) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(heuristic.Name, model.Source, budget, key, progress, cancellation);
            var state = new OneFlipState(model);
            var random = key.Fold(heuristic.Name).Stream();
            var spins = new sbyte[model.Size];
            int[] order = [.. Enumerable.Range(0, model.Size)];
            long best = long.MaxValue, weighed;
            do
            {
                random.Shuffle<int>(order);
                Construct(order, spins, ref random);
                state.Set(spins);
                weighed = model.Size + state.Descend();
                record.Flips = state.Flips;
                if (state.TwiceEnergy >= best) continue;
                best = state.TwiceEnergy;
                state.Copy(spins);
                record.Offer(spins);
            }
            while (record.GoesOn(weighed));
            return record.ToResult();
        }

        private void Construct(int[] order, sbyte[] spins, ref RandomStream random)
        {
            spins.AsSpan().Clear();
            foreach (int i in order)
            {
                long field = model.Fields[i];
                for (int k = model.RowStart[i]; k < model.RowStart[i + 1]; k++) field += (long)model.Values[k] * spins[model.Columns[k]];
                spins[i] = field == 0 ? random.NextSpin() : (sbyte)Math.Sign(field);
            }
        }
    }
}
