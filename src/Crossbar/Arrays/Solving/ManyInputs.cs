namespace Crossbar.Arrays.Solving;

/// <summary>The voltages of many inputs, packed into lanes group by group, and the currents unpacked from them.</summary>
internal sealed class ManyInputs(int inputs, ReadOnlyMemory<double> wordVolts, ReadOnlyMemory<double> bitVolts, LineFamily words,
    LineFamily bits)
{
    private const int Lanes = LaneSweeps.Lanes;
    private readonly double[] _outputs = new double[inputs * bits.Lines], _drivers = new double[inputs * words.Lines];
    private readonly double[] _residual = new double[inputs], _error = new double[inputs];
    private readonly int[] _iterations = new int[inputs];
    private readonly bool[] _converged = new bool[inputs];

    public int Inputs => inputs;

    public ReadOnlySpan<double> Words(int input) => wordVolts.Span.Slice(input * words.Lines, words.Lines);

    public ReadOnlySpan<double> Bits(int input) => bitVolts.Span.Slice(bitVolts.Length > bits.Lines ? input * bits.Lines : 0, bits.Lines);

    public Span<double> Outputs(int input) => _outputs.AsSpan(input * bits.Lines, bits.Lines);

    public Span<double> Drivers(int input) => _drivers.AsSpan(input * words.Lines, words.Lines);

    public void Note(int input, double residual, double error, int iterations, bool converged)
    {
        (_residual[input], _error[input]) = (residual, error);
        (_iterations[input], _converged[input]) = (iterations, converged);
    }

    /// <summary>Puts a group's voltages into the lanes; lanes without an input stay at 0 V.</summary>
    public void Load(int group, LaneBatch batch)
    {
        Span<double> wordLanes = batch.WordVolts, bitLanes = batch.BitVolts;
        wordLanes.Clear();
        bitLanes.Clear();
        for (int lane = 0; lane < Count(group); lane++)
        {
            ReadOnlySpan<double> word = Words(group * Lanes + lane), bit = Bits(group * Lanes + lane);
            for (int i = 0; i < word.Length; i++) wordLanes[i * Lanes + lane] = words.PortVolts(i, word[i]);
            for (int j = 0; j < bit.Length; j++) bitLanes[j * Lanes + lane] = bits.PortVolts(j, bit[j]);
        }
    }

    public void Store(int group, LaneBatch batch, int iterations)
    {
        int count = Count(group), first = group * Lanes;
        for (int j = 0; j < bits.Lines; j++)
        {
            var output = batch.Output(j);
            for (int lane = 0; lane < count; lane++) Outputs(first + lane)[j] = output[lane];
        }
        for (int lane = 0; lane < count; lane++)
        {
            for (int i = 0; i < words.Lines; i++) Drivers(first + lane)[i] = batch.Driver(i, lane);
            Note(first + lane, batch.ResidualAmperes, batch.OutputErrorAmperes, iterations, batch.Converged);
        }
    }

    public ArrayOutputs Result() => new()
    {
        Inputs = inputs,
        OutputAmperes = _outputs,
        DriverAmperes = _drivers,
        ResidualAmperes = _residual.DefaultIfEmpty().Max(),
        OutputErrorAmperes = _error.DefaultIfEmpty().Max(),
        Iterations = _iterations.DefaultIfEmpty().Max(),
        Converged = _converged.All(converged => converged),
    };

    private int Count(int group) => Math.Min(Lanes, inputs - group * Lanes);
}
