using Crossbar.Arrays;
using Hopfield.Model;

namespace Crossbar.Mapping;

/// <summary>An Ising model as conductances. Word lines 2j and 2j+1 carry +v_j and −v_j; after those of the N spins come the bias pairs at
/// plus and minus the supply. Bit line i collects unit · (Σ_j J_ij v_j + h_i · supply) in amperes.</summary>
public sealed record MappedWeights
{
    /// <summary>Name of the mapping that made it.</summary>
    public required string Mapping { get; init; }

    /// <summary>The cells, (2N + 2 · bias lines) × N.</summary>
    public required ConductanceMatrix Cells { get; init; }

    /// <summary>Conductance difference that stands for one unit of weight, S.</summary>
    public required double UnitSiemens { get; init; }

    /// <summary>On minus off of the mapping, S: what the largest coupling takes, before errors of programming.</summary>
    public required double RangeSiemens { get; init; }

    /// <summary>Number of bias pairs over which h is spread; 0 when the model has no field.</summary>
    public required int BiasLines { get; init; }

    /// <summary>Offset of the model, which no conductance carries.</summary>
    public required double Offset { get; init; }

    /// <summary>Number of spins N.</summary>
    public int SpinCount => Cells.Columns;

    /// <summary>The couplings that the conductances stand for, N × N, row-major (row i: what bit line i sees).</summary>
    public double[] DecodeCouplings()
    {
        int n = SpinCount;
        var couplings = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                couplings[i * n + j] = (Cells[2 * j, i] - Cells[2 * j + 1, i]) / UnitSiemens;
        return couplings;
    }

    /// <summary>The fields that the conductances stand for, N numbers.</summary>
    public double[] DecodeFields()
    {
        int n = SpinCount;
        var fields = new double[n];
        for (int b = 0; b < BiasLines; b++)
            for (int i = 0; i < n; i++)
                fields[i] += (Cells[2 * (n + b), i] - Cells[2 * (n + b) + 1, i]) / UnitSiemens;
        return fields;
    }

    /// <summary>The model that the conductances stand for. Rounding can leave J_ij and J_ji one unit in the last place apart; the mean is
    /// taken.</summary>
    public IsingModel Decode()
    {
        int n = SpinCount;
        var couplings = DecodeCouplings();
        for (int i = 0; i < n; i++)
        {
            couplings[i * n + i] = 0;
            for (int j = 0; j < i; j++) couplings[i * n + j] = couplings[j * n + i] = 0.5 * (couplings[i * n + j] + couplings[j * n + i]);
        }
        return new(Couplings.Dense(couplings, n), DecodeFields(), Offset);
    }
}
