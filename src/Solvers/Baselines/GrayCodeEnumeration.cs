using System.Numerics.Tensors;
using Hopfield.Model;

namespace Solvers.Baselines;

/// <summary>The exact minimum of a small Ising model and how often it occurs.</summary>
/// <param name="Energy">The least energy, recomputed from the model.</param>
/// <param name="Degeneracy">Number of spin vectors with that energy, up to rounding.</param>
/// <param name="Spins">One of them: the first in Gray-code order.</param>
public sealed record GroundState(double Energy, long Degeneracy, sbyte[] Spins);

/// <summary>Visits all 2ᴺ spin vectors in Gray-code order, one flip apart, with local fields kept up to date: the proof behind every claim
/// of an optimum here. A model without external fields is symmetric under reversal of all spins, so one spin is held and every count
/// doubled. Cost: 2ᴺ rows of N multiply-adds. Source of the order: F. Gray 1953, US patent 2632058.</summary>
public static class GrayCodeEnumeration
{
    /// <summary>Largest number of spins.</summary>
    public const int MostSpins = 30;

    /// <summary>Flips between fresh computations of the fields, so that rounding errors cannot pile up.</summary>
    private const int RefreshPeriod = 1 << 16;

    /// <summary>Energies closer than this part of Σ|J| + Σ|h| count as equal; far above rounding, far below any gap of interest (our
    /// choice).</summary>
    private const double EqualEnergies = 1e-11;

    /// <summary>Finds the ground state.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostSpins"/> spins.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GroundState Run(IsingModel model, CancellationToken cancellation = default)
    {
        int n = model.Size;
        if (n > MostSpins) throw new ArgumentException($"{n} spins are too many to enumerate; at most {MostSpins}.", nameof(model));
        bool symmetric = !model.HasFields;
        int moving = symmetric ? n - 1 : n;
        double[] couplings = model.Couplings.ToDense();
        double tolerance = EqualEnergies
            * (TensorPrimitives.SumOfMagnitudes<double>(couplings) + TensorPrimitives.SumOfMagnitudes(model.Fields));

        var spins = new sbyte[n];
        spins.AsSpan().Fill(1);
        var fields = new double[n];
        double energy = Refresh(model, spins, fields);
        double least = energy;
        long degeneracy = 1;
        var best = (sbyte[])spins.Clone();
        for (long step = 1; step < 1L << moving; step++)
        {
            int flip = System.Numerics.BitOperations.TrailingZeroCount(step);
            double spin = spins[flip];
            energy += 2 * spin * fields[flip];
            spins[flip] = (sbyte)-spin;
            TensorPrimitives.MultiplyAdd(couplings.AsSpan(flip * n, n), -2 * spin, fields, fields);
            if (step % RefreshPeriod == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                energy = Refresh(model, spins, fields);
            }
            if (energy > least + tolerance) continue;
            if (energy < least - tolerance)
            {
                least = energy;
                degeneracy = 0;
                spins.CopyTo(best, 0);
            }
            degeneracy++;
        }
        return new GroundState(model.Energy(best), symmetric ? 2 * degeneracy : degeneracy, best);
    }

    private static double Refresh(IsingModel model, sbyte[] spins, double[] fields)
    {
        model.LocalFields(spins, fields);
        return model.EnergyFromLocalFields(spins, fields);
    }
}
