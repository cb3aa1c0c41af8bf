using System.Runtime.Intrinsics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Parallel tempering: sixteen replicas at sixteen fixed temperatures, one per vector lane; after every sweep neighbours on the
/// ladder exchange temperatures with probability min(1, exp((1/T₁ − 1/T₂)(E₁ − E₂))). Source: Hukushima and Nemoto 1996, J. Phys. Soc. Jpn.
/// 65:1604, eq. 9.</summary>
public sealed class TemperingHeuristic : IHeuristic
{
    public string Name => "tempering";
    public string Summary => "parallel tempering, sixteen temperatures in vector lanes";

    /// <summary>Highest temperature over the root mean square local field of random spins. Default 1 (our choice). Range: &gt; 0.</summary>
    public double HotRatio { get; init => field = Check.Positive(value, nameof(HotRatio)); } = 1;

    /// <summary>Lowest temperature over the same field. Default 0.12 (our choice). Range: &gt; 0.</summary>
    public double ColdRatio { get; init => field = Check.Positive(value, nameof(ColdRatio)); } = 0.12;

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(TemperingHeuristic settings, IntegerModel model) : IPreparedHeuristic
    {
        private const int Rungs = IntegerLanes.Lanes;

        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(settings.Name, model.Source, budget, key, progress, cancellation);
            var kernel = new IntegerLanes(model);
            kernel.Randomise(key);
            var random = key.Fold("exchange").Stream();
            double field = Math.Max(model.TypicalField, double.Epsilon);
            // temperature of each lane; lane[r] is the replica on rung r, the coldest first
            var temperatures = new float[Rungs];
            int[] lane = [.. Enumerable.Range(0, Rungs)];
            for (int r = 0; r < Rungs; r++)
                temperatures[r] = (float)(field * settings.ColdRatio * Math.Pow(settings.HotRatio / settings.ColdRatio, r / (Rungs - 1.0)));
            var energies = new long[Rungs];
            var spins = new sbyte[model.Size];
            long best = long.MaxValue, perSweep = (long)model.Size * Rungs;
            do
            {
                kernel.Sweep(Vector512.Create<float>(temperatures));
                kernel.TwiceEnergies(energies);
                Offer();
                for (int r = 0; r + 1 < Rungs; r++)
                {
                    int cold = lane[r], hot = lane[r + 1];
                    double exponent = (1.0 / temperatures[cold] - 1.0 / temperatures[hot]) * (energies[cold] - energies[hot]) / 2.0;
                    if (exponent < 0 && random.NextUniform() >= Math.Exp(exponent)) continue;
                    (lane[r], lane[r + 1]) = (hot, cold);
                    (temperatures[cold], temperatures[hot]) = (temperatures[hot], temperatures[cold]);
                }
            }
            while (record.GoesOn(perSweep));
            kernel.Descend();
            kernel.TwiceEnergies(energies);
            Offer();
            return record.ToResult();

            void Offer()
            {
                int lowest = Array.IndexOf(energies, energies.Min());
                if (energies[lowest] >= best) return;
                best = energies[lowest];
                kernel.Copy(lowest, spins);
                record.Offer(spins);
            }
        }
    }
}
