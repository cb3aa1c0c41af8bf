using Hopfield.Model;

namespace Solvers.Kernels;

/// <summary>An Ising model in whole numbers, as compressed rows: energies of heuristics are sums of integers, so that incremental fields
/// never drift and equal energies are equal. J' = scale · J and h' = scale · h, divided by their greatest common divisor. Weights that no
/// power of two up to 2²⁰ makes whole are rounded to multiples of 2⁻²⁹ of the largest row sum; the search then works on a model that is off
/// by that little, and the energies it reports are recomputed from the true one.</summary>
internal sealed class IntegerModel
{
    /// <summary>Largest Σ_j |J'_ij| + |h'_i|, so that fields and their doubles fit 32 bits.</summary>
    private const double MostRowSum = 1 << 29;

    private IntegerModel(IsingModel source, int[] rowStart, int[] columns, int[] values, int[] fields, double scale, bool isExact)
    {
        (Source, RowStart, Columns, Values, Fields, Scale, IsExact) = (source, rowStart, columns, values, fields, scale, isExact);
        double squares = 0;
        for (int i = 0; i < Size; i++)
        {
            long sum = Math.Abs((long)fields[i]);
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++)
            {
                sum += Math.Abs((long)values[k]);
                squares += (double)values[k] * values[k];
            }
            LargestRowSum = Math.Max(LargestRowSum, (int)sum);
            squares += (double)fields[i] * fields[i];
        }
        TypicalField = Math.Sqrt(squares / Size);
    }

    public IsingModel Source { get; }

    public int Size => Fields.Length;

    /// <summary>Row i holds entries RowStart[i] … RowStart[i + 1] − 1.</summary>
    public int[] RowStart { get; }

    /// <summary>Column of each entry, ascending within a row.</summary>
    public int[] Columns { get; }

    /// <summary>J' of each entry; never zero.</summary>
    public int[] Values { get; }

    /// <summary>h'.</summary>
    public int[] Fields { get; }

    /// <summary>Whole-number energy per unit of energy.</summary>
    public double Scale { get; }

    /// <summary>False where weights were rounded.</summary>
    public bool IsExact { get; }

    /// <summary>Largest possible |l'_i|.</summary>
    public int LargestRowSum { get; }

    /// <summary>Root mean square local field of random spins; the critical temperature of a dense random model.</summary>
    public double TypicalField { get; }

    /// <summary>Share of pairs that are coupled.</summary>
    public double Fill => Size < 2 ? 0 : Values.Length / ((double)Size * (Size - 1));

    /// <summary>True when every coupling is +1 or −1 after scaling.</summary>
    public bool IsSigned => !Values.AsSpan().ContainsAnyExcept(1, -1);

    /// <summary>Converts a model. Cost: one pass over J.</summary>
    public static IntegerModel Of(IsingModel model)
    {
        int n = model.Size;
        var rowStart = new int[n + 1];
        var columns = new int[checked((int)model.Couplings.NonZeroCount)];
        var weights = new double[columns.Length];
        double rowSum = 0;
        for (int i = 0, at = 0; i < n; i++)
        {
            double sum = Math.Abs(model.Fields[i]);
            foreach (var (column, value) in model.Couplings.Row(i))
            {
                (columns[at], weights[at++]) = (column, value);
                sum += Math.Abs(value);
            }
            rowStart[i + 1] = at;
            rowSum = Math.Max(rowSum, sum);
        }
        double scale = 1;
        while (scale <= 1 << 20 && !(Whole(weights, scale) && Whole(model.Fields, scale))) scale *= 2;
        bool exact = scale <= 1 << 20 && scale * rowSum <= MostRowSum;
        if (!exact) scale = rowSum > 0 ? Math.ScaleB(1, (int)Math.Floor(Math.Log2(MostRowSum / rowSum))) : 1;
        int[] values = Rounded(weights, scale), fields = Rounded(model.Fields, scale);
        int divisor = Divisor(fields, Divisor(values, 0));
        if (divisor > 1)
        {
            for (int k = 0; k < values.Length; k++) values[k] /= divisor;
            for (int i = 0; i < n; i++) fields[i] /= divisor;
            scale /= divisor;
        }
        return new(model, rowStart, columns, values, fields, scale, exact);
    }

    /// <summary>Local fields l' = J's + h'.</summary>
    public void LocalFields(ReadOnlySpan<sbyte> spins, Span<int> fields)
    {
        for (int i = 0; i < Size; i++)
        {
            int sum = Fields[i];
            for (int k = RowStart[i]; k < RowStart[i + 1]; k++) sum += Values[k] * spins[Columns[k]];
            fields[i] = sum;
        }
    }

    /// <summary>Twice the energy in whole numbers, −Σ s_i (l'_i + h'_i), so that no half is lost; flipping spin i adds 4 s_i
    /// l'_i.</summary>
    public long TwiceEnergy(ReadOnlySpan<sbyte> spins, ReadOnlySpan<int> localFields)
    {
        long sum = 0;
        for (int i = 0; i < Size; i++) sum -= spins[i] * ((long)localFields[i] + Fields[i]);
        return sum;
    }

    private static bool Whole(ReadOnlySpan<double> numbers, double scale)
    {
        foreach (double number in numbers)
            if (number * scale != Math.Floor(number * scale)) return false;
        return true;
    }

    private static int[] Rounded(ReadOnlySpan<double> numbers, double scale)
    {
        var whole = new int[numbers.Length];
        for (int k = 0; k < whole.Length; k++) whole[k] = (int)Math.Round(numbers[k] * scale);
        return whole;
    }

    private static int Divisor(int[] numbers, int divisor)
    {
        foreach (int number in numbers)
        {
            int a = Math.Abs(number), b = divisor;
            while (b != 0) (a, b) = (b, a % b);
            divisor = a;
            if (divisor == 1) break;
        }
        return divisor;
    }
}
