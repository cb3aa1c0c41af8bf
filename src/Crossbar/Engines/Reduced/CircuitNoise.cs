using System.Numerics.Tensors;
using Crossbar.Circuits;
using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Engines.Reduced;

/// <summary>The noise sources of a reduced circuit: drawn sample by sample, and written into its dynamics at a state.</summary>
internal sealed class CircuitNoise
{
    private readonly ReducedModel _model;
    private readonly ReducedDynamics _dynamics;
    private readonly NoiseSettings _noise;
    private readonly NetworkNoise? _network;
    private readonly RandomKey _thermalKey;
    private readonly double[] _numbers, _amperes;
    private readonly INoiseProcess[] _inputs;
    private readonly ArrayNoise[] _arrays;
    private readonly double _step;
    private ulong _sample;

    /// <summary>Starts every source.</summary>
    /// <param name="model">The circuit.</param>
    /// <param name="dynamics">Takes the noise.</param>
    /// <param name="noise">The sources.</param>
    /// <param name="step">Time between samples, s.</param>
    /// <param name="arrays">Arrays in the netlist, reduced whole or not.</param>
    /// <param name="cancellation">Ends the solutions of wired arrays.</param>
    /// <exception cref="CircuitException">A noise that this circuit cannot have.</exception>
    public CircuitNoise(
        ReducedModel model, ReducedDynamics dynamics, NoiseSettings noise, double step, int arrays, CancellationToken cancellation)
    {
        (_model, _dynamics, _noise, _step) = (model, dynamics, noise, step);
        int n = model.Farads.Length;
        (_numbers, _amperes) = (new double[n], new double[n]);
        _thermalKey = ThermalKey(noise);
        if (noise.HasThermal) _network = NetworkNoise.Of(model.A, n, noise.Kelvin);
        if (noise.Models.FirstOrDefault(m => m.Place == NoisePlace.ComparatorInput) is { } comparator)
            throw new CircuitException(ReducedEngine.EngineName, $"'{comparator.Name}' is the noise of a clocked comparator; "
                + "this circuit has continuous amplifiers ('amplifier')");
        _inputs = [.. noise.Models.Where(m => m.Place == NoisePlace.AmplifierInput).Select(m =>
            m.Begin(Sites(new double[model.Amplifiers.Length], 0)))];
        var cells = CellSamples.Of(noise.Models);
        _arrays = [];
        if (cells.Count == 0) return;
        if (arrays == 0) throw NoArray(ReducedEngine.EngineName, cells[0].Name);
        if (arrays != model.Arrays.Count)
            throw new CircuitException(ReducedEngine.EngineName,
                $"'{cells[0].Name}' is the noise of an array's cells, and this engine takes "
                + "it of arrays with driven word lines and bit lines that end at capacitors; other engines take it of any");
        _arrays = [.. model.Arrays.Select((array, a) => new ArrayNoise(
            array.Transfer(cancellation), new(cells, Sites(array.Array.Cells.Siemens, a)), array.Array.Cells.Siemens.Length))];
        for (int a = 0; a < _arrays.Length; a++)
            if (!_arrays[a].Transfer.IsExact)
                Warnings.Add($"the noise of the cells of '{model.Arrays[a].Array.Name}' other than thermal acts as if wires had no resistance: "
                    + $"wrong by the IR drop's part (what each cell sees of each port would take more than {CellTransfer.MostBytes >> 20} MB)");

        NoiseSites Sites(double[] siemens, int array) => new()
        {
            Siemens = siemens,
            StepSeconds = step,
            Kelvin = noise.Kelvin,
            Key = ArrayKey(noise, array),
        };
    }

    /// <summary>What a user should know of how the noise was treated.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The key of a run's thermal noise, the same for every engine.</summary>
    public static RandomKey ThermalKey(NoiseSettings noise) => noise.Key.Fold("thermal network");

    /// <summary>The key of the cells of one array, and with number 0 of the amplifiers' inputs; the same for every engine.</summary>
    public static RandomKey ArrayKey(NoiseSettings noise, int array) => noise.Key.Fold("array").Fold(array);

    /// <summary>The refusal of cell noise where no cells are.</summary>
    public static CircuitException NoArray(string engineName, string kind) => new(engineName,
        $"'{kind}' is the noise of an array's cells, and this circuit has no array (a deck that was read has resistors: thermal noise is all theirs)");

    /// <summary>Room for one sample.</summary>
    public NoiseSample Room() => new(new double[_model.Farads.Length], new double[_model.Amplifiers.Length],
        [.. _arrays.Select(array => array.Room())]);

    /// <summary>Draws the next sample of every source.</summary>
    public void Draw(NoiseSample sample)
    {
        Array.Clear(sample.NodeAmperes);
        if (_network is not null)
        {
            int many = _noise.SamplesPerStep;
            for (int m = 0; m < many; m++)
            {
                _network.Sample(_thermalKey, _sample++, _step / many, _numbers, _amperes);
                TensorPrimitives.MultiplyAdd<double>(_amperes, 1.0 / many, sample.NodeAmperes, sample.NodeAmperes);
            }
        }
        Array.Clear(sample.InputVolts);
        foreach (var input in _inputs) input.AddNext(sample.InputVolts);
        for (int a = 0; a < _arrays.Length; a++) _arrays[a].Samples.Next(sample.Cells[a]);
    }

    /// <summary>Writes a sample into the dynamics, that of the cells with their voltages at (t, y).</summary>
    public void Apply(NoiseSample sample, double t, ReadOnlySpan<double> y, Span<double> scratch)
    {
        sample.NodeAmperes.CopyTo(_dynamics.NoiseAmperes, 0);
        sample.InputVolts.CopyTo(_dynamics.NoiseVolts, 0);
        if (_arrays.Length == 0) return;
        _dynamics.Observe(t, y, scratch);
        for (int a = 0; a < _arrays.Length; a++) _arrays[a].Add(sample.Cells[a], _dynamics.Signals, y, _dynamics.NoiseAmperes);
    }

    /// <summary>The cells of one array.</summary>
    private sealed class ArrayNoise(CellTransfer transfer, CellSamples samples, int cells)
    {
        private readonly double[] _volts = new double[cells], _amperes = new double[cells];

        public CellTransfer Transfer => transfer;

        public CellSamples Samples => samples;

        public double[][] Room() => [.. samples.Responses.Select(_ => new double[cells])];

        public void Add(double[][] y, ReadOnlySpan<double> signals, ReadOnlySpan<double> state, Span<double> nodes)
        {
            transfer.Volts(signals, state, _volts);
            Array.Clear(_amperes);
            for (int g = 0; g < y.Length; g++) samples.Responses[g].AddAmperes(y[g], _volts, _amperes);
            transfer.Inject(_amperes, nodes);
        }
    }
}
