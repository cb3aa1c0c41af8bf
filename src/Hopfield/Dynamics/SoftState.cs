using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Activations a in [−1, 1] with their local fields l = J a + h, kept up to date change by change: what dynamics share that anneal
/// soft neurons and then let hard ones descend.</summary>
internal sealed class SoftState
{
    private readonly IsingModel _model;
    private readonly List<double> _times = [], _energies = [];

    public SoftState(IsingModel model, ReadOnlySpan<double> activations)
    {
        _model = model;
        Activations = activations.ToArray();
        Fields = new double[model.Size];
        Refresh();
    }

    public double[] Activations { get; }

    public double[] Fields { get; }

    /// <summary>Multiply-adds on couplings so far.</summary>
    public long Operations { get; private set; }

    public int Sweeps { get; private set; }

    /// <summary>Sets one activation. Cost: a row of J.</summary>
    public void Set(int i, double activation)
    {
        double change = activation - Activations[i];
        if (change == 0) return;
        Activations[i] = activation;
        _model.Couplings.AddRow(i, change, Fields);
    }

    /// <summary>Ends a sweep: fresh fields now and then against rounding, and the energy of the signs for the trace.</summary>
    public void EndSweep()
    {
        Operations += _model.Couplings.NonZeroCount;
        if (++Sweeps % 16 == 0) Refresh();
        _times.Add((double)Sweeps * _model.Size);
        _energies.Add(SoftEnergy());
    }

    /// <summary>The descent from the signs to a fixed point, as the run's record.</summary>
    public SettlingTrace Descend(string engine, RandomKey key, CancellationToken cancellation)
    {
        var signs = Spins.FromActivations(Activations, key.Fold("undecided end"));
        var end = new AsynchronousDynamics().Prepare(_model, cancellation)
            .Settle(Spins.ToActivations(signs), key.Fold("descent"), cancellation);
        double before = (double)Sweeps * _model.Size;
        return end with
        {
            Engine = engine,
            Key = key.Value,
            Status = $"{Sweeps} sweeps of soft neurons, then a {end.Status}",
            TraceTimes = [.. _times, .. end.TraceTimes.Select(time => before + time)],
            TraceEnergies = [.. _energies, .. end.TraceEnergies],
            Operations = end.Operations! with
            {
                SpinUpdates = end.Operations.SpinUpdates + (long)before,
                Sweeps = end.Operations.Sweeps + Sweeps,
                CouplingOperations = end.Operations.CouplingOperations + Operations,
            },
        };
    }

    /// <summary>E of the activations: −½ aᵀJa − hᵀa + offset.</summary>
    private double SoftEnergy()
    {
        double sum = 0;
        for (int i = 0; i < Fields.Length; i++) sum += Activations[i] * (Fields[i] + _model.Fields[i]);
        return -0.5 * sum + _model.Offset;
    }

    private void Refresh()
    {
        _model.Couplings.Multiply(Activations, Fields);
        for (int i = 0; i < Fields.Length; i++) Fields[i] += _model.Fields[i];
    }
}
