using System.Numerics.Tensors;
using Hopfield.Model;

namespace Hopfield.Dynamics;

/// <summary>State of one digital run: spins, local fields kept up to date flip by flip, energy, counts and the energy staircase.</summary>
internal sealed class DigitalRun
{
    private readonly IsingModel _model;
    private readonly long _rowCost;
    private readonly List<double> _times = [], _energies = [];
    private readonly double[] _check;

    public DigitalRun(IsingModel model, sbyte[] spins)
    {
        _model = model;
        Spins = spins;
        Fields = new double[model.Size];
        _check = new double[model.Size];
        model.LocalFields(spins, Fields);
        Energy = model.EnergyFromLocalFields(spins, Fields);
        _rowCost = Math.Max(1, model.Couplings.NonZeroCount / model.Size);
        CouplingOperations = model.Couplings.NonZeroCount;
        TieField = 1e-12 * (Math.Abs(TensorPrimitives.MaxMagnitude<double>(Fields))
            + model.Couplings.LargestMagnitude() * Math.Sqrt(model.Size));
        Record();
    }

    public sbyte[] Spins { get; }

    /// <summary>l = J s + h.</summary>
    public double[] Fields { get; }

    /// <summary>Energy as the sum of its start value and all flips.</summary>
    public double Energy { get; private set; }

    /// <summary>Fields smaller than this are zero up to rounding: a tie.</summary>
    public double TieField { get; }

    public long Updates { get; set; }

    public long Flips { get; private set; }

    public long Sweeps { get; private set; }

    public long CouplingOperations { get; private set; }

    /// <summary>Flips one spin; cost: one row of J.</summary>
    public void Flip(int i)
    {
        Energy += 2 * Spins[i] * Fields[i];
        Spins[i] = (sbyte)-Spins[i];
        _model.Couplings.AddRow(i, 2 * Spins[i], Fields);
        Flips++;
        CouplingOperations += _rowCost;
    }

    /// <summary>Notes the present energy in the staircase.</summary>
    public void Record()
    {
        _times.Add(Updates);
        _energies.Add(Energy);
    }

    /// <summary>Ends a sweep: recomputes the local fields and the energy from scratch now and then, so that a drifting sum cannot go
    /// unnoticed.</summary>
    /// <exception cref="ArithmeticException">The kept fields or energy have left the true ones by more than rounding.</exception>
    public void EndSweep()
    {
        if (++Sweeps % 16 == 0) Verify();
    }

    /// <summary>Compares the kept fields and energy with fresh ones.</summary>
    /// <exception cref="ArithmeticException">They differ by more than rounding.</exception>
    public void Verify()
    {
        _model.LocalFields(Spins, _check);
        CouplingOperations += _model.Couplings.NonZeroCount;
        double scale = 1e-9 * (1 + Math.Abs(TensorPrimitives.MaxMagnitude<double>(_check)));
        for (int i = 0; i < _check.Length; i++)
            if (Math.Abs(_check[i] - Fields[i]) > scale)
                throw new ArithmeticException($"Local field {i} was kept as {Fields[i]} but is {_check[i]}.");
        _check.CopyTo(Fields, 0);
        double energy = _model.EnergyFromLocalFields(Spins, Fields);
        if (Math.Abs(energy - Energy) > 1e-9 * (1 + Math.Abs(energy)) * Math.Max(1, Flips))
            throw new ArithmeticException($"The energy was kept as {Energy} but is {energy}.");
        Energy = energy;
    }

    public SettlingTrace ToTrace(string engine, ulong key, bool settled, string status)
    {
        double kept = Energy;
        Verify();
        return new()
        {
            Machine = "digital",
            Engine = engine,
            Key = key,
            Spins = Spins,
            Energy = _model.Energy(Spins),
            EngineEnergy = kept,
            Settled = settled,
            Status = status,
            TraceTimes = [.. _times],
            TraceEnergies = [.. _energies],
            Operations = new() { SpinUpdates = Updates, Flips = Flips, Sweeps = Sweeps, CouplingOperations = CouplingOperations },
        };
    }
}

