using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>What a spin wants at zero temperature: the sign of its field with its self-coupling, or what the tie rule says.</summary>
/// <param name="run">State and fields.</param>
/// <param name="ties">What a zero field does.</param>
/// <param name="selfCouplings">W_ii of each spin; null for none.</param>
internal readonly struct SpinDecision(DigitalRun run, TieRule ties, double[]? selfCouplings)
{
    /// <summary>Field on spin i with its own part: l_i + W_ii s_i.</summary>
    public double Field(int i) => selfCouplings is null ? run.Fields[i] : run.Fields[i] + selfCouplings[i] * run.Spins[i];

    /// <summary>True when spin i should flip.</summary>
    public bool Flips(int i)
    {
        double along = run.Spins[i] * Field(i);
        return along < -run.TieField
            || (along <= run.TieField && ties != TieRule.Keep && run.Spins[i] != (ties == TieRule.Up ? 1 : -1));
    }

    /// <summary>Checks self-couplings at the public door: none, or one finite number of at least 0 per spin.</summary>
    /// <exception cref="ArgumentException">Another number of them, or one is negative: the energy could then rise.</exception>
    public static double[]? Checked(IReadOnlyList<double> selfCouplings, int size)
    {
        if (selfCouplings.Count == 0) return null;
        Check.Length(selfCouplings.Count, size, nameof(selfCouplings));
        for (int i = 0; i < size; i++) Check.NotNegative(selfCouplings[i], $"self-coupling {i}");
        return [.. selfCouplings];
    }
}
