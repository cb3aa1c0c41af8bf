using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Sampling;

/// <summary>E(v, h) = −vᵀWh − aᵀv − bᵀh over visible and hidden spins ±1 at T = 1; given one layer the other is independent, p(h_j = +1) =
/// 1/(1 + exp(−2(b_j + (Wᵀv)_j))), and F(v) = −aᵀv − Σ_j ln 2cosh(b_j + (Wᵀv)_j). With normal hidden units in place of spins the hidden
/// layer integrates out to Hebb's rule. Source: Smolensky 1986 (harmonium); Hinton 2002, Neural Comput. 14:1771, with spins ±1 for
/// bits.</summary>
public sealed class RestrictedBoltzmannMachine : IBoltzmannMachine
{
    private readonly double[] _weights, _visibleFields, _hiddenFields;

    /// <summary>Small random weights of deviation 0.01, no hidden fields (Hinton 2010, practical guide, section 8).</summary>
    /// <param name="visible">Visible spins, at least 1.</param>
    /// <param name="hidden">Hidden spins, at least 1.</param>
    /// <param name="key">Source of the weights.</param>
    /// <param name="visibleFields">Fields to start from, such as those of independent spins with the data's means; none for zeros.</param>
    public RestrictedBoltzmannMachine(int visible, int hidden, RandomKey key, ReadOnlySpan<double> visibleFields = default)
        : this(new double[checked(Check.AtLeast(visible, 1, nameof(visible)) * Check.AtLeast(hidden, 1, nameof(hidden)))],
            visibleFields.IsEmpty ? new double[visible] : visibleFields.ToArray(), new double[hidden])
    {
        Check.Length(_visibleFields.Length, visible, nameof(visibleFields));
        var stream = key.Stream();
        for (int k = 0; k < _weights.Length; k++) _weights[k] = 0.01 * stream.NextGaussian();
    }

    /// <summary>Takes parameters that were learned before.</summary>
    /// <param name="weights">W, visible × hidden, row-major.</param>
    /// <param name="visibleFields">a, at least one number.</param>
    /// <param name="hiddenFields">b, at least one number.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a number is not finite.</exception>
    public RestrictedBoltzmannMachine(double[] weights, double[] visibleFields, double[] hiddenFields)
    {
        Visible = Check.AtLeast(visibleFields.Length, 1, "number of visible spins");
        Hidden = Check.AtLeast(hiddenFields.Length, 1, "number of hidden spins");
        Check.Length(weights.Length, checked(Visible * Hidden), nameof(weights));
        foreach (double[] part in (double[][])[weights, visibleFields, hiddenFields])
            foreach (double value in part) Check.Finite(value, "weight or field");
        (_weights, _visibleFields, _hiddenFields) = (weights, visibleFields, hiddenFields);
    }

    public int Visible { get; }

    /// <summary>Number of hidden spins.</summary>
    public int Hidden { get; }

    /// <summary>The smaller layer; given it, the other sums in closed form.</summary>
    public int EnumeratedSpins => Math.Min(Visible, Hidden);

    /// <summary>W, visible × hidden, row-major.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>a.</summary>
    public ReadOnlySpan<double> VisibleFields => _visibleFields;

    /// <summary>b.</summary>
    public ReadOnlySpan<double> HiddenFields => _hiddenFields;

    public double Learn(
        IReadOnlyList<sbyte[]> batch, double learningRate, int sweeps, RandomKey key, IReadOnlyList<sbyte[]>? chains = null)
    {
        int count = Check.AtLeast(batch.Count, 1, "batch size"), chainCount = chains?.Count ?? count;
        double rate = Check.Positive(learningRate, nameof(learningRate)) / count, chainRate = rate * count / chainCount;
        Check.AtLeast(sweeps, 1, nameof(sweeps));
        var stream = key.Stream();
        double[] data = Rows(batch), hidden = HiddenMeans(data, count), visible = chains is null ? [.. data] : Rows(chains);
        for (int sweep = 0; sweep < sweeps; sweep++) Sweep(visible, chainCount, ref stream);
        double[] chain = HiddenMeans(visible, chainCount);
        if (chains is not null) CopyBack(visible, chains, null);

        double[] up = new double[_weights.Length], down = new double[_weights.Length];
        MatrixProduct.Multiply<double>(data, Operand.Transposed, hidden, Operand.Plain, up, Visible, Hidden, count);
        MatrixProduct.Multiply<double>(visible, Operand.Transposed, chain, Operand.Plain, down, Visible, Hidden, chainCount);
        for (int k = 0; k < up.Length; k++) _weights[k] += rate * up[k] - chainRate * down[k];
        AddRows(_visibleFields, data, rate);
        AddRows(_visibleFields, visible, -chainRate);
        AddRows(_hiddenFields, hidden, rate);
        AddRows(_hiddenFields, chain, -chainRate);
        return chains is not null ? double.NaN : data.Zip(visible, (x, y) => (x - y) * (x - y)).Average();
    }

    public void Sweep(IReadOnlyList<sbyte[]> states, RandomKey key, IReadOnlyList<bool>? held = null)
    {
        var stream = key.Stream();
        double[] rows = Rows(states);
        Sweep(rows, states.Count, ref stream);
        CopyBack(rows, states, held);
    }

    /// <summary>Means of the visible layer after one pass up and down, without drawing: a picture cleaned of noise.</summary>
    /// <param name="state">Visible spins.</param>
    public double[] Reconstruct(ReadOnlySpan<sbyte> state)
    {
        Check.Length(state.Length, Visible, nameof(state));
        return VisibleMeans(HiddenMeans(Spins.ToActivations(state), 1), 1);
    }

    public double[] FreeEnergies(IReadOnlyList<sbyte[]> states)
    {
        double[] rows = Rows(states), fields = HiddenFieldsOf(rows, states.Count), result = new double[states.Count];
        for (int k = 0; k < states.Count; k++)
        {
            for (int i = 0; i < Visible; i++) result[k] -= _visibleFields[i] * rows[k * Visible + i];
            for (int j = 0; j < Hidden; j++) result[k] -= LogTwoCosh(fields[k * Hidden + j]);
        }
        return result;
    }

    public double PseudoLogLikelihood(ReadOnlySpan<sbyte> state)
    {
        double[] fields = HiddenFieldsOf(Rows([state.ToArray()]), 1);
        double now = fields.Sum(LogTwoCosh), sum = 0;
        for (int i = 0; i < Visible; i++)
        {
            double rise = 2 * _visibleFields[i] * state[i] + now; // F after flipping spin i, less F
            for (int j = 0; j < Hidden; j++) rise -= LogTwoCosh(fields[j] - 2 * state[i] * _weights[i * Hidden + j]);
            sum -= Math.Max(0, -rise) + Math.Log(1 + Math.Exp(-Math.Abs(rise)));
        }
        return sum;
    }

    public double LogPartition()
    {
        int size = (int)Check.InRange(EnumeratedSpins, 1, SpinStatistics.MostEnumerated, "number of spins of the smaller layer");
        bool isHidden = Hidden <= Visible;
        int other = isHidden ? Visible : Hidden;
        double[] own = isHidden ? _hiddenFields : _visibleFields, fields = [.. isHidden ? _visibleFields : _hiddenFields];
        var spins = new sbyte[size];
        spins.AsSpan().Fill(-1);
        for (int k = 0; k < size; k++) Add(k, -1);
        double energy = own.Sum(), largest = double.NegativeInfinity, total = 0;
        for (int state = 0; state < 1 << size; state++)
        {
            double exponent = -energy + fields.Sum(LogTwoCosh);
            if (exponent > largest) (total, largest) = (total * Math.Exp(largest - exponent) + 1, exponent);
            else total += Math.Exp(exponent - largest);
            int flip = System.Numerics.BitOperations.TrailingZeroCount(state + 1); // Gray code
            if (flip >= size) break;
            spins[flip] = (sbyte)-spins[flip];
            energy -= 2 * spins[flip] * own[flip];
            Add(flip, 2 * spins[flip]);
        }
        return largest + Math.Log(total);

        void Add(int k, double factor)
        {
            for (int m = 0; m < other; m++) fields[m] += factor * (isHidden ? _weights[m * Hidden + k] : _weights[k * Hidden + m]);
        }
    }

    public IBoltzmannMachine Tempered(double share, ReadOnlySpan<double> baseFields)
    {
        Check.InRange(share, 0, 1, nameof(share));
        Check.Length(baseFields.Length, Visible, nameof(baseFields));
        double[] visible = baseFields.ToArray();
        for (int i = 0; i < Visible; i++) visible[i] += share * (_visibleFields[i] - visible[i]);
        return new RestrictedBoltzmannMachine([.. _weights.Select(w => share * w)], visible, [.. _hiddenFields.Select(b => share * b)]);
    }

    public IsingModel ToModel()
    {
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < Visible; i++)
            for (int j = 0; j < Hidden; j++) pairs.Add((i, Visible + j, _weights[i * Hidden + j]));
        return new(Couplings.FromPairs(Visible + Hidden, pairs), [.. _visibleFields, .. _hiddenFields]);
    }

    /// <summary>ln(2 cosh x), without overflow.</summary>
    private static double LogTwoCosh(double x) => Math.Abs(x) + Math.Log(1 + Math.Exp(-2 * Math.Abs(x)));

    private void Sweep(double[] visible, int count, ref RandomStream stream)
    {
        double[] hidden = HiddenMeans(visible, count);
        Draw(hidden, ref stream);
        VisibleMeans(hidden, count).CopyTo(visible, 0);
        Draw(visible, ref stream);
    }

    private double[] HiddenMeans(double[] visible, int count)
    {
        double[] fields = HiddenFieldsOf(visible, count);
        for (int k = 0; k < fields.Length; k++) fields[k] = Math.Tanh(fields[k]);
        return fields;
    }

    private double[] HiddenFieldsOf(double[] visible, int count)
    {
        var fields = new double[count * Hidden];
        MatrixProduct.Multiply<double>(visible, Operand.Plain, _weights, Operand.Plain, fields, count, Hidden, Visible);
        for (int k = 0; k < fields.Length; k++) fields[k] += _hiddenFields[k % Hidden];
        return fields;
    }

    private double[] VisibleMeans(double[] hidden, int count)
    {
        var fields = new double[count * Visible];
        MatrixProduct.Multiply<double>(hidden, Operand.Plain, _weights, Operand.Transposed, fields, count, Visible, Hidden);
        for (int k = 0; k < fields.Length; k++) fields[k] = Math.Tanh(fields[k] + _visibleFields[k % Visible]);
        return fields;
    }

    private double[] Rows(IReadOnlyList<sbyte[]> states)
    {
        var rows = new double[states.Count * Visible];
        for (int k = 0; k < states.Count; k++)
        {
            Check.Length(states[k].Length, Visible, $"state {k}");
            for (int i = 0; i < Visible; i++) rows[k * Visible + i] = states[k][i];
        }
        return rows;
    }

    private void CopyBack(double[] rows, IReadOnlyList<sbyte[]> states, IReadOnlyList<bool>? held)
    {
        if (held is not null) Check.Length(held.Count, Visible, nameof(held));
        for (int k = 0; k < states.Count; k++)
            for (int i = 0; i < Visible; i++)
                if (held is null || !held[i]) states[k][i] = (sbyte)rows[k * Visible + i];
    }

    private static void AddRows(double[] sums, double[] rows, double factor)
    {
        for (int k = 0; k < rows.Length; k++) sums[k % sums.Length] += factor * rows[k];
    }

    /// <summary>Replaces means in [−1, 1] by spins of those means.</summary>
    private static void Draw(double[] means, ref RandomStream stream)
    {
        for (int k = 0; k < means.Length; k++) means[k] = 2 * stream.NextUniform() - 1 < means[k] ? 1 : -1;
    }
}
