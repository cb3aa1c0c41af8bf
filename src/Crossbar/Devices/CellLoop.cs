namespace Crossbar.Devices;

/// <summary>The law of one cell with one state; a struct, so that the loops over an array are compiled for it and inline it.</summary>
internal interface IOneStateCell
{
    /// <summary>Current, A, and dI/dV at constant state, S.</summary>
    double Current(double volts, double state, out double siemens);

    /// <summary>dx/dt at a voltage, in the state's unit per second.</summary>
    double Rate(double volts, double state);
}

/// <summary>Loops over a batch of cells that share their parameters.</summary>
internal static class CellLoop
{
    /// <summary>Currents and, where wanted, slopes.</summary>
    public static void Currents<TCell>(
        in TCell cell, ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens)
        where TCell : struct, IOneStateCell
    {
        states = states[..volts.Length];
        amperes = amperes[..volts.Length];
        if (siemens.IsEmpty)
        {
            for (int c = 0; c < volts.Length; c++) amperes[c] = cell.Current(volts[c], states[c], out _);
            return;
        }
        siemens = siemens[..volts.Length];
        for (int c = 0; c < volts.Length; c++) amperes[c] = cell.Current(volts[c], states[c], out siemens[c]);
    }

    public static void Rates<TCell>(in TCell cell, ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates)
        where TCell : struct, IOneStateCell
    {
        states = states[..volts.Length];
        rates = rates[..volts.Length];
        for (int c = 0; c < volts.Length; c++) rates[c] = cell.Rate(volts[c], states[c]);
    }
}
