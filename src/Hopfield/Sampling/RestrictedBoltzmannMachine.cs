using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Sampling;

/// <summary>
/// E(v, h) = −vᵀWh − aᵀv − bᵀh over visible and hidden spins ±1 at T = 1; given one layer the other is independent, p(h_j = +1) =
/// 1/(1 + exp(−2(b_j + (Wᵀv)_j))). Integrating the hidden layer out of one with normal hidden units gives Hebb's rule back. Source:
/// Smolensky 1986 (harmonium); Hinton 2002, Neural Comput. 14:1771, with spins ±1 instead of bits.
/// </summary>
public sealed class RestrictedBoltzmannMachine
{
    private readonly double[] _weights, _visibleFields, _hiddenFields;

    /// <summary>Small random weights of deviation 0.01 (Hinton 2010, practical guide, section 8), no fields.</summary>
    /// <param name="visible">Visible spins, at least 1.</param>
    /// <param name="hidden">Hidden spins, at least 1.</param>
    /// <param name="key">Source of the weights.</param>
    public RestrictedBoltzmannMachine(int visible, int hidden, RandomKey key)
    {
        Visible = Check.AtLeast(visible, 1, nameof(visible));
        Hidden = Check.AtLeast(hidden, 1, nameof(hidden));
        (_weights, _visibleFields, _hiddenFields) = (new double[checked(visible * hidden)], new double[visible], new double[hidden]);
        var stream = key.Stream();
        for (int k = 0; k < _weights.Length; k++) _weights[k] = 0.01 * stream.NextGaussian();
    }

    /// <summary>Number of visible spins.</summary>
    public int Visible { get; }

    /// <summary>Number of hidden spins.</summary>
    public int Hidden { get; }

    /// <summary>W, visible × hidden, row-major.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>One step of contrastive divergence on a batch: ΔW = η(⟨v hᵀ⟩_data − ⟨v hᵀ⟩ after k sweeps).</summary>
    /// <param name="batch">At least one state of the visible layer.</param>
    /// <param name="learningRate">η. Range: &gt; 0.</param>
    /// <param name="sweeps">k, at least 1.</param>
    /// <param name="key">Source of the samples.</param>
    /// <returns>Mean squared difference of a pixel between the batch and its reconstruction: 0 for perfect, 4 for opposite.</returns>
    public double Learn(IReadOnlyList<sbyte[]> batch, double learningRate, int sweeps, RandomKey key)
    {
        int count = Check.AtLeast(batch.Count, 1, "batch size");
        double rate = Check.Positive(learningRate, nameof(learningRate)) / count;
        var stream = key.Stream();
        double[] data = Rows(batch), hidden = HiddenMeans(data, count), chain = [.. hidden], visible = data;
        for (int sweep = 0; sweep < Check.AtLeast(sweeps, 1, nameof(sweeps)); sweep++)
        {
            Draw(chain, ref stream);
            visible = VisibleMeans(chain, count);
            Draw(visible, ref stream);
            chain = HiddenMeans(visible, count);
        }
        var change = new double[_weights.Length];
        MatrixProduct.Multiply<double>(data, Operand.Transposed, hidden, Operand.Plain, change, Visible, Hidden, count);
        MatrixProduct.Multiply<double>(visible, Operand.Transposed, chain, Operand.Plain, change, Visible, Hidden, count, Into.Subtract);
        for (int k = 0; k < change.Length; k++) _weights[k] += rate * change[k];
        double error = 0;
        for (int k = 0; k < data.Length; k++)
        {
            double difference = data[k] - visible[k];
            _visibleFields[k % Visible] += rate * difference;
            error += difference * difference;
        }
        for (int k = 0; k < hidden.Length; k++) _hiddenFields[k % Hidden] += rate * (hidden[k] - chain[k]);
        return error / data.Length;
    }

    /// <summary>Means of the visible layer after one pass up and down, without drawing: a picture cleaned of noise.</summary>
    /// <param name="state">Visible spins.</param>
    public double[] Reconstruct(ReadOnlySpan<sbyte> state)
    {
        Check.Length(state.Length, Visible, nameof(state));
        return VisibleMeans(HiddenMeans(Spins.ToActivations(state), 1), 1);
    }

    /// <summary>The machine as an Ising model of Visible + Hidden spins, visible first.</summary>
    public IsingModel ToModel()
    {
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < Visible; i++)
            for (int j = 0; j < Hidden; j++) pairs.Add((i, Visible + j, _weights[i * Hidden + j]));
        return new(Couplings.FromPairs(Visible + Hidden, pairs), [.. _visibleFields, .. _hiddenFields]);
    }

    private double[] HiddenMeans(double[] visible, int count)
    {
        var fields = new double[count * Hidden];
        MatrixProduct.Multiply<double>(visible, Operand.Plain, _weights, Operand.Plain, fields, count, Hidden, Visible);
        for (int k = 0; k < fields.Length; k++) fields[k] = Math.Tanh(fields[k] + _hiddenFields[k % Hidden]);
        return fields;
    }

    private double[] VisibleMeans(double[] hidden, int count)
    {
        var fields = new double[count * Visible];
        MatrixProduct.Multiply<double>(hidden, Operand.Plain, _weights, Operand.Transposed, fields, count, Visible, Hidden);
        for (int k = 0; k < fields.Length; k++) fields[k] = Math.Tanh(fields[k] + _visibleFields[k % Visible]);
        return fields;
    }

    private double[] Rows(IReadOnlyList<sbyte[]> batch)
    {
        var rows = new double[batch.Count * Visible];
        for (int k = 0; k < batch.Count; k++)
        {
            Check.Length(batch[k].Length, Visible, $"state {k}");
            for (int i = 0; i < Visible; i++) rows[k * Visible + i] = batch[k][i];
        }
        return rows;
    }

    /// <summary>Replaces means in [−1, 1] by spins of those means.</summary>
    private static void Draw(double[] means, ref RandomStream stream)
    {
        for (int k = 0; k < means.Length; k++) means[k] = 2 * stream.NextUniform() - 1 < means[k] ? 1 : -1;
    }
}
