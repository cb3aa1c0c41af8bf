using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>v ← X p(β Xᵀv): real-valued patterns retrieved by similarity. With softmax it is attention with queries v and keys = values =
/// X; with sparsemax or entmax retrieval is exact. It lowers E(v) = −⟨p, Xᵀv⟩ + Ω(p)/β + ½‖v‖² + const, which for softmax is −lse(β, Xᵀv) +
/// ½‖v‖² + (ln p)/β + ½ max‖x‖² ≥ 0. Source: Ramsauer et al. 2020, arXiv 2008.02217, eqs. 2 and 3; the other maps: see
/// <see cref="ISeparation"/>.</summary>
public sealed class ModernHopfield
{
    private readonly double[] _patterns;
    private readonly double _constant;

    /// <summary>Stores patterns.</summary>
    /// <param name="patterns">count × dimension finite numbers, one pattern per row; used, not copied.</param>
    /// <param name="dimension">Length d of a pattern, at least 1.</param>
    /// <exception cref="ArgumentException">No whole number of patterns, or a number is not finite.</exception>
    public ModernHopfield(double[] patterns, int dimension)
    {
        Dimension = Check.AtLeast(dimension, 1, nameof(dimension));
        Count = Check.AtLeast(patterns.Length / dimension, 1, "number of patterns");
        Check.Length(patterns.Length, Count * dimension, nameof(patterns));
        foreach (double value in patterns) Check.Finite(value, nameof(patterns));
        _patterns = patterns;
        double largest = 0;
        for (int m = 0; m < Count; m++) largest = Math.Max(largest,
            TensorPrimitives.SumOfSquares<double>(patterns.AsSpan(m * dimension, dimension)));
        _constant = 0.5 * largest;
    }

    /// <summary>Stores spin patterns.</summary>
    /// <param name="patterns">At least one, all of one length.</param>
    public ModernHopfield(IReadOnlyList<sbyte[]> patterns) : this(Flatten(patterns), patterns[0].Length)
    {
    }

    /// <summary>Number of stored patterns p.</summary>
    public int Count { get; }

    /// <summary>Length d of a pattern.</summary>
    public int Dimension { get; }

    /// <summary>Inverse temperature β, per unit of the inner products as they are. Attention uses 1/√d; with ±1 patterns 1/√d is still
    /// soft, and from about 10/√d on a step is a nearest-neighbour look-up. Default 1 (our choice). Range: &gt; 0.</summary>
    public double Beta { get; init => field = Check.Positive(value, nameof(Beta)); } = 1;

    /// <summary>How scores become weights. Default: softmax.</summary>
    public ISeparation Separation { get; init; } = new Softmax();

    /// <summary>One step.</summary>
    /// <param name="query">d numbers.</param>
    public Retrieval Step(ReadOnlySpan<double> query) => Retrieve(query, 1, 0);

    /// <summary>Steps until no component moves by more than the tolerance.</summary>
    /// <param name="query">d numbers.</param>
    /// <param name="tolerance">Largest move of a state at rest. Default 10⁻⁹ (our choice). Range: ≥ 0.</param>
    /// <param name="largestStepCount">Steps after which it gives up. Default 1,000 (our choice). Range: ≥ 1.</param>
    public Retrieval Settle(ReadOnlySpan<double> query, double tolerance = 1e-9, int largestStepCount = 1000) =>
        Retrieve(query, Check.AtLeast(largestStepCount, 1, nameof(largestStepCount)), Check.NotNegative(tolerance, nameof(tolerance)));

    /// <summary>E(v).</summary>
    public double Energy(ReadOnlySpan<double> state)
    {
        var weights = Scores(state);
        return Energy(state, weights);
    }

    private Retrieval Retrieve(ReadOnlySpan<double> query, int steps, double tolerance)
    {
        Check.Length(query.Length, Dimension, nameof(query));
        double[] state = query.ToArray(), next = new double[Dimension], weights = [];
        var energies = new List<double> { Energy(query) };
        int taken = 0;
        bool settled = false;
        while (taken < steps && !settled)
        {
            weights = Scores(state);
            TensorPrimitives.Multiply<double>(weights, Beta, weights);
            Separation.Weigh(weights);
            Array.Clear(next);
            for (int m = 0; m < Count; m++)
                if (weights[m] != 0) TensorPrimitives.MultiplyAdd(_patterns.AsSpan(m * Dimension, Dimension), weights[m], next, next);
            double moved = 0;
            for (int i = 0; i < Dimension; i++) moved = Math.Max(moved, Math.Abs(next[i] - state[i]));
            (state, next) = (next, state);
            taken++;
            energies.Add(Energy(state));
            settled = moved <= tolerance && steps > 1;
        }
        return new() { State = state, Weights = weights, Steps = taken, Settled = settled, Energies = [.. energies] };
    }

    private double[] Scores(ReadOnlySpan<double> state)
    {
        var scores = new double[Count];
        for (int m = 0; m < Count; m++) scores[m] = TensorPrimitives.Dot(_patterns.AsSpan(m * Dimension, Dimension), state);
        return scores;
    }

    /// <summary>Computed about the largest score, so that it keeps its digits at large β.</summary>
    private double Energy(ReadOnlySpan<double> state, double[] scores)
    {
        double[] weights = [.. scores];
        TensorPrimitives.Multiply<double>(weights, Beta, weights);
        Separation.Weigh(weights);
        double free = TensorPrimitives.Dot<double>(weights, scores) - Separation.Negentropy(weights) / Beta;
        return -free + 0.5 * TensorPrimitives.SumOfSquares(state) + Math.Log(Count) / Beta + _constant;
    }

    private static double[] Flatten(IReadOnlyList<sbyte[]> patterns)
    {
        Check.AtLeast(patterns.Count, 1, "number of patterns");
        int size = patterns[0].Length;
        var rows = new double[checked(patterns.Count * size)];
        for (int m = 0; m < patterns.Count; m++)
        {
            Check.Length(patterns[m].Length, size, $"pattern {m}");
            for (int i = 0; i < size; i++) rows[m * size + i] = patterns[m][i];
        }
        return rows;
    }
}
