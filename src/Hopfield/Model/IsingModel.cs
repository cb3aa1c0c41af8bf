using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>E(s) = −½ sᵀJs − hᵀs + offset over spins s ∈ {−1, +1}ᴺ, to be minimised: the one contract between problems and machines, and
/// the only place with a sign convention. J is symmetric with a zero diagonal. Dimensionless. Source: Hopfield 1982, PNAS 79:2554, eq.
/// 7.</summary>
public sealed class IsingModel
{
    private readonly double[] _fields;

    /// <summary>Takes the couplings, the external fields h (N numbers; null means zero) and the offset.</summary>
    /// <exception cref="ArgumentException">The fields have another length than J or are not finite.</exception>
    public IsingModel(Couplings couplings, ReadOnlySpan<double> fields = default, double offset = 0)
    {
        Couplings = couplings;
        if (!fields.IsEmpty) Check.Length(fields.Length, couplings.Size, nameof(fields));
        _fields = fields.IsEmpty ? new double[couplings.Size] : fields.ToArray();
        for (int i = 0; i < _fields.Length; i++) Check.Finite(_fields[i], $"h[{i}]");
        Offset = Check.Finite(offset, nameof(offset));
    }

    /// <summary>J.</summary>
    public Couplings Couplings { get; }

    /// <summary>Number of spins N.</summary>
    public int Size => Couplings.Size;

    /// <summary>h, N numbers.</summary>
    public ReadOnlySpan<double> Fields => _fields;

    /// <summary>Constant added to the energy, so that it equals the problem's own objective where there is one.</summary>
    public double Offset { get; }

    /// <summary>True when any h_i is not zero.</summary>
    public bool HasFields => _fields.AsSpan().ContainsAnyExcept(0.0);

    /// <summary>E(s), from scratch. Cost: one product with J.</summary>
    public double Energy(ReadOnlySpan<sbyte> spins)
    {
        var fields = new double[Size];
        LocalFields(spins, fields);
        return EnergyFromLocalFields(spins, fields);
    }

    /// <summary>Local fields l = J s + h; flipping spin i changes the energy by 2 s_i l_i.</summary>
    /// <param name="spins">N spins ±1.</param>
    /// <param name="localFields">Receives N numbers.</param>
    public void LocalFields(ReadOnlySpan<sbyte> spins, Span<double> localFields)
    {
        Check.Length(spins.Length, Size, nameof(spins));
        Check.Length(localFields.Length, Size, nameof(localFields));
        Span<double> s = Size <= 512 ? stackalloc double[Size] : new double[Size];
        for (int i = 0; i < s.Length; i++) s[i] = spins[i];
        Couplings.Multiply(s, localFields);
        TensorPrimitives.Add(localFields, _fields, localFields);
    }

    /// <summary>E(s) from local fields that are already known: −½ Σ s_i (l_i + h_i) + offset.</summary>
    public double EnergyFromLocalFields(ReadOnlySpan<sbyte> spins, ReadOnlySpan<double> localFields)
    {
        double sum = 0;
        for (int i = 0; i < spins.Length; i++) sum += spins[i] * (localFields[i] + _fields[i]);
        return -0.5 * sum + Offset;
    }
}
