namespace Crossbar.Engines.Reduced;

/// <summary>Bounds what the first-order model of the wires' capacitance leaves out in a run: a current of at most Y₂ |d²V/dt²| at each bit
/// line, which shifts the node by that current over its conductance. The second derivatives are taken over each accepted step.</summary>
internal sealed class FirstOrderWatch(ReducedModel model)
{
    private readonly double[] _state = new double[model.Farads.Length], _middle = new double[model.Farads.Length];
    private readonly double[] _signals = new double[model.SignalCount], _middleSignals = new double[model.SignalCount];

    /// <summary>Largest shift of any node by what is left out, V.</summary>
    public double WorstVolts { get; private set; }

    /// <summary>The start of the run.</summary>
    public void Begin(ReadOnlySpan<double> state, ReadOnlySpan<double> signals)
    {
        state[.._state.Length].CopyTo(_state);
        signals.CopyTo(_signals);
    }

    /// <summary>The middle of a step.</summary>
    public void Middle(ReadOnlySpan<double> state, ReadOnlySpan<double> signals)
    {
        state[.._state.Length].CopyTo(_middle);
        signals.CopyTo(_middleSignals);
    }

    /// <summary>Its end.</summary>
    public void End(double seconds, ReadOnlySpan<double> state, ReadOnlySpan<double> signals)
    {
        double bend = 0;
        for (int i = 0; i < _state.Length; i++) bend = Math.Max(bend, Math.Abs(_state[i] - 2 * _middle[i] + state[i]));
        for (int s = 0; s < _signals.Length; s++) bend = Math.Max(bend, Math.Abs(_signals[s] - 2 * _middleSignals[s] + signals[s]));
        double perSecondSquared = 4 * bend / (seconds * seconds);
        int n = _state.Length;
        for (int i = 0; i < n; i++)
            WorstVolts = Math.Max(WorstVolts,
                model.WireCharge!.SecondMoment[i] * perSecondSquared / (model.AIsDiagonal ? model.A[i] : model.A[i * n + i]));
        Begin(state, signals);
    }
}
