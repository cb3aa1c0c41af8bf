namespace Crossbar.Engines.Reduced;

/// <summary>The method of Heun with the noise held at its mean over the step: the mean of the rates at its start and at its predicted end.
/// Strong order 1, weak order 2 for additive noise (Kloeden and Platen 1992, section 15.1; Rößler 2010, SIAM J. Numer. Anal. 48:922). The
/// noise of cells is taken at the voltage that each cell has at the start of the step.</summary>
internal sealed class HeldNoiseStep(ReducedDynamics dynamics, CircuitNoise sources) : INoisyStep
{
    private readonly NoiseSample _sample = sources.Room();
    private readonly double[] _first = new double[dynamics.Order], _second = new double[dynamics.Order];

    public string Name => "stochastic Heun, strong order 1 (additive noise)";

    public void Step(double t, double end, double[] y, double[] result)
    {
        double h = end - t;
        sources.Draw(_sample);
        sources.Apply(_sample, t, y, _first);
        dynamics.Rate(t, y, _first);
        for (int i = 0; i < y.Length; i++) result[i] = y[i] + h * _first[i];
        dynamics.Rate(end, result, _second);
        for (int i = 0; i < y.Length; i++) result[i] = y[i] + 0.5 * h * (_first[i] + _second[i]);
    }
}
