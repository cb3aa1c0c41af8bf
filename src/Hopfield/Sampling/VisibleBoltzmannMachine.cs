using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>A Boltzmann machine without hidden spins: an Ising model at T = 1 whose couplings and fields are learned, ΔJ = η(⟨ss⟩_data −
/// ⟨ss⟩_k). For k → ∞ it comes to rest where its means and correlations are the data's. Source: Ackley, Hinton and Sejnowski 1985, Cogn.
/// Sci. 9:147; Hinton 2002, Neural Comput. 14:1771.</summary>
public sealed class VisibleBoltzmannMachine : IBoltzmannMachine
{
    private readonly double[] _couplings, _fields;
    private IsingModel? _model;

    /// <summary>Starts without couplings and fields: every state equally likely.</summary>
    /// <param name="visible">Number of spins N, at least 2.</param>
    public VisibleBoltzmannMachine(int visible)
    {
        Visible = Check.AtLeast(visible, 2, nameof(visible));
        (_couplings, _fields) = (new double[checked(visible * visible)], new double[visible]);
    }

    /// <summary>Takes couplings and fields that were learned before.</summary>
    public VisibleBoltzmannMachine(IsingModel model)
    {
        Visible = Check.AtLeast(model.Size, 2, "number of spins");
        (_couplings, _fields) = (model.Couplings.ToDense(), model.Fields.ToArray());
    }

    public int Visible { get; }

    /// <summary>All spins.</summary>
    public int EnumeratedSpins => Visible;

    public double Learn(
        IReadOnlyList<sbyte[]> batch, double learningRate, int sweeps, RandomKey key, IReadOnlyList<sbyte[]>? chains = null)
    {
        var wanted = SpinStatistics.Of(batch);
        Check.Length(wanted.Means.Length, Visible, "a state");
        double rate = Check.Positive(learningRate, nameof(learningRate));
        var ends = After(chains ?? batch, Check.AtLeast(sweeps, 1, nameof(sweeps)), key);
        var seen = SpinStatistics.Of(ends);
        _model = null;
        for (int i = 0; i < Visible; i++)
        {
            _fields[i] += rate * (wanted.Means[i] - seen.Means[i]);
            for (int j = 0; j < i; j++)
            {
                int at = i * Visible + j;
                _couplings[at] = _couplings[j * Visible + i] += rate * (wanted.Correlations[at] - seen.Correlations[at]);
            }
        }
        for (int k = 0; k < chains?.Count; k++) ends[k].CopyTo(chains[k], 0);
        return chains is not null ? double.NaN : batch.Zip(ends, (x, y) => 4.0 * Spins.HammingDistance(x, y) / Visible).Average();
    }

    public void Sweep(IReadOnlyList<sbyte[]> states, RandomKey key, IReadOnlyList<bool>? held = null)
    {
        if (held is not null) Check.Length(held.Count, Visible, nameof(held));
        var model = ToModel();
        var fields = new double[Visible];
        for (int k = 0; k < states.Count; k++)
        {
            var stream = key.Fold(k).Stream();
            sbyte[] state = states[k];
            model.LocalFields(state, fields);
            for (int i = 0; i < Visible; i++)
            {
                if (held is not null && held[i]) continue;
                sbyte drawn = 2 * stream.NextUniform() - 1 < Math.Tanh(fields[i]) ? (sbyte)1 : (sbyte)-1;
                if (drawn == state[i]) continue;
                state[i] = drawn;
                model.Couplings.AddRow(i, 2 * drawn, fields);
            }
        }
    }

    public double[] FreeEnergies(IReadOnlyList<sbyte[]> states) => [.. states.Select(state => ToModel().Energy(state))];

    public double PseudoLogLikelihood(ReadOnlySpan<sbyte> state)
    {
        var fields = new double[Visible];
        ToModel().LocalFields(state, fields);
        double sum = 0;
        for (int i = 0; i < Visible; i++)
        {
            double rise = 2 * state[i] * fields[i];
            sum -= Math.Max(0, -rise) + Math.Log(1 + Math.Exp(-Math.Abs(rise)));
        }
        return sum;
    }

    public double LogPartition() => SpinStatistics.Exact(ToModel(), 1).LogPartition;

    public IBoltzmannMachine Tempered(double share, ReadOnlySpan<double> baseFields)
    {
        Check.InRange(share, 0, 1, nameof(share));
        Check.Length(baseFields.Length, Visible, nameof(baseFields));
        double[] fields = baseFields.ToArray();
        for (int i = 0; i < Visible; i++) fields[i] += share * (_fields[i] - fields[i]);
        return new VisibleBoltzmannMachine(new IsingModel(Couplings.Dense([.. _couplings.Select(value => share * value)], Visible),
            fields));
    }

    public IsingModel ToModel() => _model ??= new(Couplings.Dense([.. _couplings], Visible), _fields);

    /// <summary>Where k sweeps take the starts; the sampler's lanes beyond the last start repeat the first ones and are left out.</summary>
    private sbyte[][] After(IReadOnlyList<sbyte[]> starts, int sweeps, RandomKey key)
    {
        const int block = ReplicaSampler.BlockReplicas;
        var sampler = new ReplicaSampler(ToModel(), (starts.Count + block - 1) / block * block, key);
        for (int replica = 0; replica < sampler.Replicas; replica++) sampler.SetState(replica, starts[replica % starts.Count]);
        sampler.Sweep(sweeps, 1);
        return [.. Enumerable.Range(0, starts.Count).Select(sampler.State)];
    }
}
