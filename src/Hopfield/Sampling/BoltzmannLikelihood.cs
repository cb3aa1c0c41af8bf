using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>ln p(v) = −F(v) − ln Z of a Boltzmann machine, and ln Z where enumeration is out of reach.</summary>
public static class BoltzmannLikelihood
{
    /// <summary>Mean ln p of a set of states, natural units.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="states">At least one.</param>
    /// <param name="logPartition">ln Z, exact or estimated.</param>
    public static double MeanLogLikelihood(IBoltzmannMachine machine, IReadOnlyList<sbyte[]> states, double logPartition) =>
        -machine.FreeEnergies(states).Average() - logPartition;

    /// <summary>Fields of independent spins with the means of a set of states, one pseudo-count each way so that none is infinite: the
    /// start of <see cref="AnnealedLogPartition"/>.</summary>
    public static double[] IndependentFields(IReadOnlyList<sbyte[]> states)
    {
        var fields = new double[states[0].Length];
        for (int i = 0; i < fields.Length; i++) fields[i] = Math.Atanh(states.Sum(state => (double)state[i]) / (states.Count + 2));
        return fields;
    }

    /// <summary>ln Z by annealed importance sampling: chains are drawn from independent spins and swept through machines between those and
    /// the given one; Z is Z_0 times the mean weight. Z is unbiased, so ln Z lies too low rather than too high. Source: Neal 2001, Stat.
    /// Comput. 11:125; Salakhutdinov and Murray 2008, ICML, p. 872.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="baseFields">Fields of the independent spins that the chains start from.</param>
    /// <param name="chains">Independent chains, at least 2.</param>
    /// <param name="steps">Machines on the way, evenly spaced; at least 2.</param>
    /// <param name="key">Source of the samples.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public static AnnealedEstimate AnnealedLogPartition(
        IBoltzmannMachine machine, double[] baseFields, int chains, int steps, RandomKey key, CancellationToken cancellation = default)
    {
        Check.AtLeast(chains, 2, nameof(chains));
        Check.AtLeast(steps, 2, nameof(steps));
        var start = machine.Tempered(0, baseFields);
        sbyte[][] states = [.. Enumerable.Range(0, chains).Select(k => Independent(baseFields, key.Fold("start").Fold(k)))];
        // Hidden spins, where there are any, are free at the start: what they add to F is the same for every state.
        double hidden = -start.FreeEnergies(states)[0] - states[0].Zip(baseFields, (spin, field) => spin * field).Sum();
        double startLogPartition = hidden + baseFields.Sum(field => Math.Abs(field) + Math.Log(1 + Math.Exp(-2 * Math.Abs(field))));
        var logWeights = new double[chains];
        var before = start;
        for (int step = 1; step <= steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = machine.Tempered((double)step / steps, baseFields);
            double[] old = before.FreeEnergies(states), now = next.FreeEnergies(states);
            for (int k = 0; k < chains; k++) logWeights[k] += old[k] - now[k];
            next.Sweep(states, key.Fold("sweep").Fold(step));
            before = next;
        }
        double largest = logWeights.Max();
        double[] weights = [.. logWeights.Select(weight => Math.Exp(weight - largest))];
        double mean = weights.Average();
        double error = Math.Sqrt(weights.Sum(weight => (weight - mean) * (weight - mean)) / (chains - 1) / chains) / mean;
        return new(startLogPartition + largest + Math.Log(mean), error);
    }

    private static sbyte[] Independent(double[] fields, RandomKey key)
    {
        var stream = key.Stream();
        var state = new sbyte[fields.Length];
        for (int i = 0; i < state.Length; i++) state[i] = 2 * stream.NextUniform() - 1 < Math.Tanh(fields[i]) ? (sbyte)1 : (sbyte)-1;
        return state;
    }
}

/// <summary>An estimate of ln Z.</summary>
/// <param name="LogPartition">ln Z.</param>
/// <param name="RelativeError">Standard error of Z over Z; an estimate above about 0.5 says that few chains carry the mean.</param>
public sealed record AnnealedEstimate(double LogPartition, double RelativeError);
