using System.Globalization;
using Hopfield.Files;
using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Measured current against voltage at several levels of conductance: monotone cubic in the voltage
/// (<see cref="ShapePreservingCubic"/>), linear between levels. File: first row <c>0, g1, g2, …</c> with the levels' conductances in
/// siemens, rising; then rows <c>volts, i1, i2, …</c> with voltages rising through 0 and currents in amperes that rise with the voltage
/// and, in size, with the level.</summary>
public sealed class ConductionTable
{
    private readonly double[] _volts, _levels;
    private readonly double[][] _amperes, _slopes;

    /// <summary>Takes the columns.</summary>
    /// <param name="volts">Voltages, strictly rising, through 0.</param>
    /// <param name="levels">Conductance of each level, S, strictly rising, positive.</param>
    /// <param name="amperes">[level][voltage].</param>
    /// <param name="where">Names row r (0: the levels) for error messages.</param>
    /// <exception cref="InvalidDataException">The numbers are not finite, not monotone, or miss 0 V.</exception>
    public ConductionTable(double[] volts, double[] levels, double[][] amperes, Func<int, string> where)
    {
        Require(volts.Length >= 3, 0, $"{volts.Length} voltages", "at least 3");
        Require(levels.Length >= 2, 0, $"{levels.Length} levels", "at least 2, to be interpolated between");
        for (int l = 0; l < levels.Length; l++)
            Require(double.IsFinite(levels[l]) && levels[l] > (l == 0 ? 0 : levels[l - 1]), 0, $"level {l + 1} is {levels[l]} S",
                "conductances that are positive and rise from column to column");
        for (int r = 0; r < volts.Length; r++)
        {
            Require(double.IsFinite(volts[r]) && (r == 0 || volts[r] > volts[r - 1]), r + 1, $"the voltage is {volts[r]} V",
                "voltages that rise from row to row");
            for (int l = 0; l < levels.Length; l++)
            {
                double i = amperes[l][r];
                Require(double.IsFinite(i), r + 1, $"the current of level {l + 1} is {i}", "a finite number");
                Require(r == 0 || i > amperes[l][r - 1], r + 1, $"the current of level {l + 1} does not rise with the voltage ({i} A)",
                    "a monotone table");
                Require(volts[r] == 0 ? i == 0 : i * volts[r] > 0, r + 1, $"the current of level {l + 1} is {i} A at {volts[r]} V",
                    "the sign of the voltage, and 0 A at 0 V");
                Require(l == 0 || Math.Abs(i) >= Math.Abs(amperes[l - 1][r]), r + 1, $"level {l + 1} conducts less than level {l}",
                    "currents that grow with the level");
            }
        }
        Require(Array.IndexOf(volts, 0.0) >= 0, 1, "there is no row for 0 V", "voltages through 0");
        (_volts, _levels, _amperes) = (volts, levels, amperes);
        _slopes = [.. amperes.Select(column => ShapePreservingCubic.Slopes(volts, column))];

        void Require(bool holds, int row, string wrong, string expected)
        {
            if (!holds) throw new InvalidDataException($"{where(row)}{wrong}; expected {expected}");
        }
    }

    /// <summary>Voltages, V.</summary>
    public IReadOnlyList<double> Volts => _volts;

    /// <summary>Levels, S.</summary>
    public IReadOnlyList<double> Levels => _levels;

    /// <summary>Reads a table.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no table, or not monotone.</exception>
    public static ConductionTable Read(string path)
    {
        var matrix = CsvFile.Read(path, allowHeading: true);
        if (matrix.Rows < 4 || matrix.Columns < 3)
            throw new InvalidDataException($"{path}: {matrix.Rows} rows and {matrix.Columns} columns; expected a row '0, g1, g2, …' "
                + "and rows 'volts, i1, i2, …'");
        double[] volts = [.. Enumerable.Range(1, matrix.Rows - 1).Select(r => matrix[r, 0])];
        double[] levels = [.. Enumerable.Range(1, matrix.Columns - 1).Select(c => matrix[0, c])];
        double[][] amperes = [.. Enumerable.Range(1, levels.Length).Select(c => Enumerable.Range(1, volts.Length).Select(r =>
            matrix[r, c]).ToArray())];
        return new(volts, levels, amperes, row => row == 0 ? $"{path}: first row: " : $"{path}: row {row + 1}: ");
    }

    /// <summary>Current at a voltage and level, A, and its slope, S. Held outside the table; who asks checks the range before.</summary>
    public double Current(double volts, double level, out double siemens)
    {
        int cell = Segment(_volts, volts), column = Segment(_levels, level);
        double h = _volts[cell + 1] - _volts[cell], x = Math.Clamp((volts - _volts[cell]) / h, 0, 1);
        double weight = Math.Clamp((level - _levels[column]) / (_levels[column + 1] - _levels[column]), 0, 1);
        double below = Cubic(column, cell, h, x, out double slopeBelow), above = Cubic(column + 1, cell, h, x, out double slopeAbove);
        siemens = slopeBelow + weight * (slopeAbove - slopeBelow);
        return below + weight * (above - below);
    }

    /// <summary>The same function as a SPICE expression of <c>v(plus,minus)</c> and <c>v(s1)</c>: a cubic for each interval of voltage,
    /// chosen by nested conditions, for each level, weighted by hats over the levels.</summary>
    public string ToSpice(string volts, string fraction)
    {
        double span = _levels[^1] - _levels[0];
        string[] terms = [.. _levels.Select((level, l) => $"{Hat(l)}*({Cubics(l)})")];
        return string.Join("\n+ + ", terms);

        string Hat(int l)
        {
            string up = l == 0 ? "1"
                : $"({fraction} - {Format((_levels[l - 1] - _levels[0]) / span)})*{Format(span / (_levels[l] - _levels[l - 1]))}";
            string down = l == _levels.Length - 1 ? "1"
                : $"({Format((_levels[l + 1] - _levels[0]) / span)} - {fraction})*{Format(span / (_levels[l + 1] - _levels[l]))}";
            return $"max(0, min(1, min({up}, {down})))";
        }

        string Cubics(int l)
        {
            string text = Piece(l, _volts.Length - 2);
            for (int cell = _volts.Length - 3; cell >= 0; cell--) text = $"({volts} < {Format(_volts[cell + 1])}) ? "
                + $"({Piece(l, cell)}) :\n+ ({text})";
            return text;
        }

        string Piece(int l, int cell)
        {
            double h = _volts[cell + 1] - _volts[cell];
            var (c1, c2, c3) = Coefficients(l, cell, h);
            string x = $"(({volts} - {Format(_volts[cell])})*{Format(1 / h)})";
            return $"{Format(_amperes[l][cell])} + {x}*({Format(c1)} + {x}*({Format(c2)} + {x}*{Format(c3)}))";
        }

        static string Format(double value) => value < 0 ? $"({Shortest(value)})" : Shortest(value);

        static string Shortest(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
    }

    private double Cubic(int level, int cell, double h, double x, out double slope)
    {
        var (c1, c2, c3) = Coefficients(level, cell, h);
        slope = (c1 + x * (2 * c2 + 3 * x * c3)) / h;
        return _amperes[level][cell] + x * (c1 + x * (c2 + x * c3));
    }

    private (double C1, double C2, double C3) Coefficients(int level, int cell, double h)
    {
        double rise = _amperes[level][cell + 1] - _amperes[level][cell], left = h * _slopes[level][cell], right = h * _slopes[level][cell
            + 1];
        return (left, 3 * rise - 2 * left - right, left + right - 2 * rise);
    }

    /// <summary>Index of the interval that holds a value, first or last for one outside.</summary>
    private static int Segment(double[] axis, double value)
    {
        int at = Array.BinarySearch(axis, value);
        return Math.Clamp(at >= 0 ? at : ~at - 1, 0, axis.Length - 2);
    }
}
