using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Solvers.Kernels;

/// <summary>One spin vector with its local fields and energy in whole numbers, changed one flip at a time. Rows are added as vectors where
/// at least a quarter of all pairs is coupled, entry by entry otherwise. Arrays are filled up to whole vectors with sites that nothing
/// moves.</summary>
internal sealed unsafe class OneFlipState
{
    /// <summary>Sites beyond N that fill the last vector have this field: their flip always costs most.</summary>
    private const int Padding = int.MaxValue;

    private readonly AlignedArray<int> _spins, _fields;
    private readonly AlignedArray<int>? _doubledRows;

    public OneFlipState(IntegerModel model, bool vectorRows = true)
    {
        Model = model;
        Stride = (model.Size + 15) / 16 * 16;
        (_spins, _fields) = (new(Stride), new(Stride));
        _spins.Span.Fill(1);
        _fields.Span.Fill(Padding);
        if (!vectorRows || model.Fill < 0.25 || (long)model.Size * Stride > 1 << 26) return;
        _doubledRows = new(model.Size * Stride);
        for (int i = 0; i < model.Size; i++)
            for (int k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
                _doubledRows.Pointer[i * Stride + model.Columns[k]] = 2 * model.Values[k];
    }

    public IntegerModel Model { get; }

    /// <summary>N rounded up to whole vectors of 16.</summary>
    public int Stride { get; }

    /// <summary>Spins ±1, <see cref="Stride"/> of them.</summary>
    public int* Spins => _spins.Pointer;

    /// <summary>Local fields l', <see cref="Stride"/> of them.</summary>
    public int* Fields => _fields.Pointer;

    /// <summary>Twice the energy in whole numbers.</summary>
    public long TwiceEnergy { get; private set; }

    /// <summary>Flips since the state was made.</summary>
    public long Flips { get; private set; }

    /// <summary>s l of a site: half of what its flip costs.</summary>
    public int Cost(int site) => _spins.Pointer[site] * _fields.Pointer[site];

    /// <summary>Takes spins and computes fields and energy afresh. Cost: one product with J.</summary>
    public void Set(ReadOnlySpan<sbyte> spins)
    {
        for (int i = 0; i < Model.Size; i++) _spins.Pointer[i] = spins[i];
        Model.LocalFields(spins, _fields.Span[..Model.Size]);
        TwiceEnergy = Model.TwiceEnergy(spins, _fields.Span[..Model.Size]);
    }

    public void Randomise(ref RandomStream random, Span<sbyte> scratch)
    {
        for (int i = 0; i < scratch.Length; i++) scratch[i] = random.NextSpin();
        Set(scratch);
    }

    public void Copy(Span<sbyte> spins)
    {
        for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)_spins.Pointer[i];
    }

    /// <summary>Flips one spin and keeps fields and energy up to date.</summary>
    public void Flip(int site)
    {
        int spin = _spins.Pointer[site];
        TwiceEnergy += 4L * spin * _fields.Pointer[site];
        Flips++;
        _spins.Pointer[site] = -spin;
        int* fields = _fields.Pointer;
        if (_doubledRows is not null)
        {
            int* row = _doubledRows.Pointer + (long)site * Stride;
            var sign = Vector512.Create(spin > 0 ? -1 : 0); // subtract as add of the complement plus one
            for (int j = 0; j < Stride; j += 16)
                (Vector512.Load(fields + j) + ((Vector512.Load(row + j) ^ sign) - sign)).Store(fields + j);
            return;
        }
        int change = 2 * spin;
        fixed (int* columns = Model.Columns, values = Model.Values)
            for (int k = Model.RowStart[site]; k < Model.RowStart[site + 1]; k++) fields[columns[k]] -= change * values[k];
    }

    /// <summary>Flips spins in index order while that lowers the energy.</summary>
    /// <returns>Spins that were weighed.</returns>
    public long Descend()
    {
        long weighed = 0;
        for (bool any = true; any;)
        {
            any = false;
            for (int i = 0; i < Model.Size; i++)
            {
                if (Cost(i) >= 0) continue;
                Flip(i);
                any = true;
            }
            weighed += Model.Size;
        }
        return weighed;
    }
}
