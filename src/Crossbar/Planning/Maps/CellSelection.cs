using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Crossbar.Planning.Maps;

/// <summary>One cell of an array addressed for reading or writing: its word line at V, its bit line at 0 V, the others by scheme.</summary>
/// <param name="Row">Word line of the cell.</param>
/// <param name="Column">Bit line of the cell.</param>
/// <param name="Volts">Voltage V of the selected word line, V.</param>
/// <param name="Scheme">What the unselected lines do.</param>
public sealed record CellSelection(int Row, int Column, double Volts, BiasScheme Scheme)
{
    /// <summary>Voltage V of the selected word line, V. Range: finite.</summary>
    public double Volts { get; } = Check.Finite(Volts, nameof(Volts), "V");

    /// <summary>Solves the array in that state.</summary>
    /// <param name="circuit">The array, with its terminals as for a product of all rows; a floating scheme cuts the unselected ones
    /// off.</param>
    /// <param name="options">How exactly.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">The array has no such cell.</exception>
    public ArraySolution Solve(ArrayCircuit circuit, ArraySolverOptions? options = null, CancellationToken cancellation = default)
    {
        var (biased, words, bits) = Bias(circuit);
        return new ArraySolver(biased, options).Solve(words, bits, cancellation: cancellation);
    }

    /// <summary>Terminals and port voltages of the array in that state.</summary>
    /// <param name="circuit">As for <see cref="Solve"/>.</param>
    /// <exception cref="ArgumentException">The array has no such cell.</exception>
    public (ArrayCircuit Circuit, double[] WordVolts, double[] BitVolts) Bias(ArrayCircuit circuit)
    {
        var cells = circuit.Cells;
        if (Row < 0 || Row >= cells.Rows || Column < 0 || Column >= cells.Columns)
            throw new ArgumentException($"The array has no cell {Row},{Column}; rows go from 0 to {cells.Rows - 1}, columns from 0 to {cells.Columns - 1}.");
        double[] words = new double[cells.Rows], bits = new double[cells.Columns];
        Array.Fill(words, Scheme.UnselectedWord * Volts);
        Array.Fill(bits, Scheme.UnselectedBit * Volts);
        (words[Row], bits[Column]) = (Volts, 0);
        if (Scheme.IsFloating)
            circuit = circuit with
            {
                WordTerminals = circuit.WordTerminals.WithFloating(cells.Rows, line => line != Row),
                BitTerminals = circuit.BitTerminals.WithFloating(cells.Columns, line => line != Column),
            };
        return (circuit, words, bits);
    }
}
