using System.Numerics.Tensors;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Hopfield.Numerics;

namespace Crossbar.Engines.Reduced;

/// <summary>The noise sources of a reduced circuit, written into its dynamics step by step.</summary>
internal sealed class CircuitNoise
{
    private readonly ReducedModel _model;
    private readonly ReducedDynamics _dynamics;
    private readonly NoiseSettings _noise;
    private readonly NetworkNoise? _network;
    private readonly RandomKey _thermalKey;
    private readonly double[] _numbers, _amperes;
    private readonly List<INoiseProcess> _inputs;
    private readonly List<ArrayNoise> _arrays = [];
    private readonly double _step;
    private ulong _sample;

    public CircuitNoise(ReducedModel model, ReducedDynamics dynamics, NoiseSettings noise, double step)
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
        INoiseModel[] cells = [.. noise.Models.Where(m => m.Place == NoisePlace.Cell && m is not ThermalNoise)];
        if (cells.Length == 0) return;
        if (model.Arrays.Count == 0)
            throw new CircuitException(ReducedEngine.EngineName,
                $"'{cells[0].Name}' is the noise of an array's cells, and this circuit has no array "
                + "with driven word lines and bit lines that end at capacitors");
        for (int a = 0; a < model.Arrays.Count; a++)
        {
            var array = model.Arrays[a];
            var sites = Sites(array.Array.Cells.Siemens, a);
            _arrays.Add(new(array, [.. cells.Select(m => m.Begin(sites))]));
            if (!array.Array.Wires.IsIdeal)
                Warnings.Add($"the noise of the cells of '{array.Array.Name}' other than thermal "
                    + "acts as if wires had no resistance: wrong by the IR drop's part");
        }

        NoiseSites Sites(double[] siemens, int array) => new()
        {
            Siemens = siemens,
            StepSeconds = step,
            Kelvin = noise.Kelvin,
            Key = noise.Key.Fold("array").Fold(array),
        };
    }

    /// <summary>What a user should know of how the noise was treated.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The key of a run's thermal noise, the same for every engine.</summary>
    public static RandomKey ThermalKey(NoiseSettings noise) => noise.Key.Fold("thermal network");

    /// <summary>Writes the sources of the step that starts at (t, y).</summary>
    public void Next(double t, double[] y, Span<double> scratch)
    {
        var amperes = _dynamics.NoiseAmperes;
        Array.Clear(amperes);
        if (_network is not null)
        {
            int many = _noise.SamplesPerStep;
            for (int m = 0; m < many; m++)
            {
                _network.Sample(_thermalKey, _sample++, _step / many, _numbers, _amperes);
                TensorPrimitives.MultiplyAdd<double>(_amperes, 1.0 / many, amperes, amperes);
            }
        }
        Array.Clear(_dynamics.NoiseVolts);
        foreach (var input in _inputs) input.AddNext(_dynamics.NoiseVolts, _dynamics.NoiseVolts);
        if (_arrays.Count == 0) return;
        _dynamics.Observe(t, y, scratch);
        foreach (var array in _arrays) array.AddNext(_dynamics.Signals, y, amperes);
    }

    /// <summary>The cells of one array.</summary>
    private sealed class ArrayNoise(ReducedArray array, INoiseProcess[] processes)
    {
        private readonly double[] _volts = new double[array.Array.Cells.Siemens.Length],
            _amperes = new double[array.Array.Cells.Siemens.Length];

        public void AddNext(double[] signals, double[] state, double[] nodes)
        {
            int rows = array.WordSignal.Length, columns = array.BitState.Length;
            for (int i = 0, c = 0; i < rows; i++)
            {
                double word = array.WordSign[i] * signals[array.WordSignal[i]];
                for (int j = 0; j < columns; j++, c++) _volts[c] = word - state[array.BitState[j]];
            }
            Array.Clear(_amperes);
            foreach (var process in processes) process.AddNext(_volts, _amperes);
            for (int i = 0, c = 0; i < rows; i++)
                for (int j = 0; j < columns; j++, c++) nodes[array.BitState[j]] += _amperes[c];
        }
    }
}
