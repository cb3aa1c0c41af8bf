namespace Crossbar.Layout.Solving;

/// <summary>The voltages of many inputs, packed into lanes group by group, and the currents unpacked from them.</summary>
internal sealed class ManyInputs(int inputs, ReadOnlyMemory<double> wordVolts, ReadOnlyMemory<double> bitVolts, LineFamily words, LineFamily bits)
{
    private const int Lanes = LaneSweeps.Lanes;
    private readonly double[] _outputs = new double[inputs * bits.Lines], _drivers = new double[inputs * words.Lines];
    private readonly double[] _residual = new double[inputs], _error = new double[inputs];
    private readonly int[] _iterations = new int[inputs];
    private readonly bool[] _converged = new bool[inputs];

    public int Inputs => inputs;

    public ReadOnlySpan<double> Words(int input) => wordVolts.Span.Slice(input * words.Lines, words.Lines);

    public ReadOnlySpan<double> Bits(int input) => bitVolts.Span.Slice(bitVolts.Length > bits.Lines ? input * bits.Lines : 0, bits.Lines);

    public void Take(int input, ArraySolution solution)
    {
        solution.OutputAmperes.CopyTo(_outputs, input * bits.Lines);
        solution.DriverAmperes.CopyTo(_drivers, input * words.Lines);
        (_residual[input], _error[input]) = (solution.ResidualAmperes, solution.OutputErrorAmperes);
        (_iterations[input], _converged[input]) = (solution.Iterations, solution.Converged);
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
            for (int lane = 0; lane < count; lane++) _outputs[(first + lane) * bits.Lines + j] = output[lane];
        }
        for (int lane = 0; lane < count; lane++)
        {
            for (int i = 0; i < words.Lines; i++) _drivers[(first + lane) * words.Lines + i] = batch.Driver(i, lane);
            (_residual[first + lane], _error[first + lane]) = (batch.ResidualAmperes, batch.OutputErrorAmperes);
            (_iterations[first + lane], _converged[first + lane]) = (iterations, batch.Converged);
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
