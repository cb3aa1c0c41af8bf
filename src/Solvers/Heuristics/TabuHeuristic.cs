using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Iterated one-flip tabu search: each step flips the spin that costs least (or gains most) among those that were not flipped
/// lately; a spin that leads below the best of the whole round is always allowed. After a number of steps without a better state, a part of
/// the spins of the round's best state is flipped and the search goes on from there. Source: Glover 1989, ORSA J. Comput. 1:190; tenure as
/// in Glover, Lü and Hao 2010, 4OR 8:239, section 2.2; restarts as in Palubeckis 2006, Informatica 17:279.</summary>
public sealed class TabuHeuristic : IHeuristic
{
    public string Name => "tabu";
    public string Summary => "iterated one-flip tabu search";

    /// <summary>Steps without improvement before a restart, per spin. Default 20 (Lü, Glover and Hao 2010, Eur. J. Oper. Res. 207:1254).
    /// Range: ≥ 1.</summary>
    public int PatiencePerSpin { get; init => field = Check.AtLeast(value, 1, nameof(PatiencePerSpin)); } = 20;

    /// <summary>Rounds from perturbed states before a fresh start from random spins. Default 10 (our choice). Range: ≥ 1.</summary>
    public int RoundsPerStart { get; init => field = Check.AtLeast(value, 1, nameof(RoundsPerStart)); } = 10;

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(TabuHeuristic settings, IntegerModel model) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(settings.Name, model.Source, budget, key, progress, cancellation);
            var search = new TabuSearch(model, key.Fold(settings.Name));
            var start = new sbyte[model.Size];
            var random = key.Fold("start").Stream();
            for (int round = 0; search.GoesOn; round++)
            {
                if (round % settings.RoundsPerStart == 0)
                {
                    for (int i = 0; i < start.Length; i++) start[i] = random.NextSpin();
                    search.Start(start);
                }
                else
                {
                    search.BestSpins.CopyTo(start);
                    Perturb(start, ref random);
                    search.Restart(start);
                }
                search.Run((long)settings.PatiencePerSpin * model.Size, record);
            }
            return record.ToResult();
        }

        // Between a tenth and a third of the spins, at least two.
        private void Perturb(sbyte[] spins, ref RandomStream random)
        {
            int count = Math.Max(2, model.Size / 10 + random.NextIndex(model.Size / 4 + 1));
            for (int k = 0; k < count; k++)
            {
                int i = random.NextIndex(model.Size);
                spins[i] = (sbyte)-spins[i];
            }
        }
    }
}
