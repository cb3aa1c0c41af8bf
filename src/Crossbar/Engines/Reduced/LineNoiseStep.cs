namespace Crossbar.Engines.Reduced;

/// <summary>The classical method of Runge and Kutta, with noise that goes in a straight line from the sample at the step's start to that at
/// its end: within a step an ordinary smooth equation. Of fourth order, because a method of second order with one step a sample loses half
/// of the drift that white noise makes where it multiplies a voltage.</summary>
internal sealed class LineNoiseStep : INoisyStep
{
    private readonly ReducedDynamics _dynamics;
    private readonly CircuitNoise _sources;
    private readonly double _step;
    private readonly NoiseSample _middle, _end;
    private readonly double[][] _rates;
    private NoiseSample _before, _after;

    /// <summary>Draws the first sample.</summary>
    public LineNoiseStep(ReducedDynamics dynamics, CircuitNoise sources, double step)
    {
        (_dynamics, _sources, _step) = (dynamics, sources, step);
        (_before, _after, _middle, _end) = (sources.Room(), sources.Room(), sources.Room(), sources.Room());
        _rates = [.. Enumerable.Range(0, 4).Select(_ => new double[dynamics.Order])];
        sources.Draw(_after);
    }

    public string Name => "Runge-Kutta 4, noise in straight lines";

    public void Step(double t, double end, double[] y, double[] result)
    {
        double h = end - t, part = h / _step, middle = t + 0.5 * h;
        (_before, _after) = (_after, _before);
        _sources.Draw(_after);
        _middle.SetBetween(_before, _after, 0.5 * part);
        _end.SetBetween(_before, _after, part);
        Rate(_before, t, y, 0);
        Advance(y, 0.5 * h, 0, result);
        Rate(_middle, middle, result, 1);
        Advance(y, 0.5 * h, 1, result);
        Rate(_middle, middle, result, 2);
        Advance(y, h, 2, result);
        Rate(_end, end, result, 3);
        for (int i = 0; i < y.Length; i++) result[i] = y[i] + h / 6 * (_rates[0][i] + 2 * (_rates[1][i] + _rates[2][i]) + _rates[3][i]);
    }

    private void Rate(NoiseSample sample, double t, double[] y, int stage)
    {
        _sources.Apply(sample, t, y, _rates[stage]);
        _dynamics.Rate(t, y, _rates[stage]);
    }

    private void Advance(double[] y, double h, int stage, double[] result)
    {
        for (int i = 0; i < y.Length; i++) result[i] = y[i] + h * _rates[stage][i];
    }
}
