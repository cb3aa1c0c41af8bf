using Hopfield.Model;

namespace Crossbar.Checking;

/// <summary>Says in words why two final states of one model differ.</summary>
internal static class SpinComparison
{
    /// <summary>One sentence; "same spins" when there is nothing to explain.</summary>
    /// <param name="model">The model both states belong to.</param>
    /// <param name="reference">State to compare with.</param>
    /// <param name="other">The other state.</param>
    /// <param name="otherActivations">Analogue outputs of the other state in [−1, 1]; null for a digital one.</param>
    public static string Explain(IsingModel model, ReadOnlySpan<sbyte> reference, ReadOnlySpan<sbyte> other,
        ReadOnlySpan<double> otherActivations = default)
    {
        int distance = Spins.HammingDistance(reference, other);
        if (distance == 0) return "same spins";
        double energy = model.Energy(reference), otherEnergy = model.Energy(other);
        double scale = 1e-9 * (1 + Math.Abs(energy));
        if (!model.HasFields && distance == model.Size) return "the same state with all spins reversed";
        int undecided = 0;
        for (int i = 0; i < otherActivations.Length; i++)
            if (reference[i] != other[i] && Math.Abs(otherActivations[i]) < 0.5) undecided++;
        if (undecided == distance) return $"{distance} undecided neurons (output below half the supply)";
        if (Math.Abs(energy - otherEnergy) <= scale) return $"degenerate: {distance} spins differ at the same energy";
        int unstable = Unstable(model, other);
        return unstable == 0
            ? $"different basin: {distance} spins, E = {otherEnergy:g6} against {energy:g6}, both local minima or better"
            : $"{distance} spins differ and {unstable} of them could still lower E = {otherEnergy:g6}";
    }

    /// <summary>Spins that one flip would still improve.</summary>
    public static int Unstable(IsingModel model, ReadOnlySpan<sbyte> spins)
    {
        var fields = new double[model.Size];
        model.LocalFields(spins, fields);
        double scale = 0;
        foreach (double field in fields) scale = Math.Max(scale, Math.Abs(field));
        int count = 0;
        for (int i = 0; i < fields.Length; i++)
            if (spins[i] * fields[i] < -1e-9 * scale) count++;
        return count;
    }
}
