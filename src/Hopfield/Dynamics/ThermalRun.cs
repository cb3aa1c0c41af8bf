using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Decides whether a visited spin flips at a temperature; a struct, so that the loop is compiled for each rule.</summary>
internal interface IAcceptance
{
    /// <summary>True for a flip that would change the energy by <paramref name="energyChange"/>.</summary>
    bool Flips(double energyChange, double temperature, ref RandomStream random);
}

/// <summary>Sweeps of random visits at the temperatures of a schedule: what Glauber and Metropolis dynamics share.</summary>
internal static class ThermalRun
{
    public static SettlingTrace Settle<T>(
        string name, IsingModel model, Cooling cooling, int sweeps, ReadOnlySpan<double> start, RandomKey key, T acceptance,
        CancellationToken cancellation) where T : struct, IAcceptance
    {
        Check.Length(start.Length, model.Size, nameof(start));
        var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
        var random = key.Fold(name).Stream();
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            double temperature = cooling.At(sweep, sweeps);
            for (int visit = 0; visit < model.Size; visit++)
            {
                int i = random.NextIndex(model.Size);
                run.Updates++;
                if (acceptance.Flips(2 * run.Spins[i] * run.Fields[i], temperature, ref random)) run.Flip(i);
            }
            run.EndSweep();
            run.Record();
        }
        string status = $"{run.Sweeps} sweeps to T = {cooling.At(sweeps - 1, sweeps)}; a thermal state does not settle";
        return run.ToTrace(name, key.Value, false, status);
    }
}
