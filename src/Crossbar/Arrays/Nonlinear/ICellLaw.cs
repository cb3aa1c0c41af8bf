namespace Crossbar.Arrays.Nonlinear;

/// <summary>The static current–voltage law of every cell of one array. Monotone: the current must not fall when the voltage rises, which is
/// what makes the solution unique.</summary>
public interface ICellLaw
{
    /// <summary>Number of word lines.</summary>
    int Rows { get; }

    /// <summary>Number of bit lines.</summary>
    int Columns { get; }

    /// <summary>Current of each cell, A, and its slope dI/dV, S.</summary>
    /// <param name="volts">Voltage across each cell, word line minus bit line, row-major, V.</param>
    /// <param name="amperes">Receives the currents.</param>
    /// <param name="siemens">Receives the slopes, each at least 0.</param>
    void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens);
}
