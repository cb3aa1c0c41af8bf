using System.Globalization;
using System.Numerics.Tensors;
using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>Heat in the memristors of a run, and whether they stay within the voltages for which their models are meant.</summary>
internal sealed class CellWatch
{
    private readonly CellDynamics _dynamics;
    private readonly double[] _largestVolts;
    private double _watts, _endWatts;

    /// <summary>Starts where the dynamics were last evaluated.</summary>
    /// <exception cref="CircuitException">A cell sees more than its model is meant for.</exception>
    public CellWatch(CellDynamics dynamics)
    {
        _dynamics = dynamics;
        _largestVolts = [.. dynamics.Batches.Select(batch => batch.Group.Device.LargestVolts)];
        CheckVolts(0);
        _watts = dynamics.CellWatts();
    }

    /// <summary>Heat in all cells so far, J.</summary>
    public double Joules { get; private set; }

    /// <summary>Takes the end of a step, where the dynamics must have been evaluated last.</summary>
    /// <exception cref="CircuitException">A cell sees more than its model is meant for.</exception>
    public void End(double seconds)
    {
        CheckVolts(seconds);
        _endWatts = _dynamics.CellWatts();
    }

    /// <summary>Takes the middle of that step, evaluated after its end, and adds its heat (Simpson's rule).</summary>
    public void Middle(double stepSeconds)
    {
        Joules += stepSeconds / 6 * (_watts + 4 * _dynamics.CellWatts() + _endWatts);
        _watts = _endWatts;
    }

    private void CheckVolts(double seconds)
    {
        for (int b = 0; b < _largestVolts.Length; b++)
        {
            var batch = _dynamics.Batches[b];
            int worst = TensorPrimitives.IndexOfMaxMagnitude<double>(batch.Volts);
            // A little more is rounding of a drive that goes exactly to the limit.
            if (Math.Abs(batch.Volts[worst]) > _largestVolts[b] * (1 + 1e-9))
                throw new CircuitException(ReducedEngine.EngineName, string.Create(CultureInfo.InvariantCulture,
                    $"'{batch.Group.Cells[worst].Name}' has {batch.Volts[worst]:g4} V across it at {seconds:g4} s; device "
                    + $"{batch.Group.Device.Name} is meant for at most {_largestVolts[b]:g4} V."));
        }
    }
}
