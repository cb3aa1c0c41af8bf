using Crossbar.Arrays;
using Crossbar.Arrays.Solving;

namespace Crossbar.Machines.Clocked;

/// <summary>Current out of each column per volt on each word line, all others at 0 V. By reciprocity it is the current into the word line
/// per volt on the column, so an array takes one solution per column, half as many as word lines.</summary>
internal sealed record ColumnTransfer(double[] Siemens, double ResidualAmperes, bool Converged)
{
    /// <summary>Error of a column's currents that is asked of the solver, as a fraction of the largest.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Columns × rows, S.</summary>
    public static ColumnTransfer Of(ConductanceMatrix cells, ClockedMachineParameters parameters, CancellationToken cancellation)
    {
        int rows = cells.Rows, columns = cells.Columns;
        var siemens = new double[checked(rows * columns)];
        if (parameters.Wires.IsIdeal && parameters.DriverOhms == 0 && parameters.SenseOhms == 0
            && parameters.Unselected != UnselectedColumns.Floating)
        {
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++) siemens[j * rows + i] = cells[i, j];
            return new(siemens, 0, true);
        }
        if (parameters.TileLines > 0) return Tiled(cells, parameters, siemens, cancellation);
        double residual = 0;
        bool converged = true;
        int group = parameters.Unselected == UnselectedColumns.Grounded ? columns : Math.Min(parameters.BatchColumns, columns);
        for (int first = 0; first < columns; first += group)
        {
            int from = first, to = Math.Min(first + group, columns);
            var solver = new ArraySolver(Circuit(cells, parameters, from, to), new() { OutputTolerance = Tolerance });
            var volts = new double[(to - from) * columns];
            for (int j = from; j < to; j++) volts[(j - from) * columns + j] = 1;
            var outputs = solver.SolveMany(new double[(to - from) * rows], volts, cancellation);
            for (int j = from; j < to; j++)
                for (int i = 0; i < rows; i++) siemens[j * rows + i] = -outputs.DriverAmperes[(j - from) * rows + i];
            residual = Math.Max(residual, outputs.ResidualAmperes);
            converged &= outputs.Converged;
        }
        return new(siemens, residual, converged);
    }

    /// <summary>Tile by tile: a tile's outputs are what its own lines give, and those of one column are added as numbers.</summary>
    private static ColumnTransfer Tiled(ConductanceMatrix cells, ClockedMachineParameters parameters, double[] siemens,
        CancellationToken cancellation)
    {
        int lines = parameters.TileLines;
        if (parameters.Unselected != UnselectedColumns.Grounded && lines % parameters.BatchColumns != 0)
            throw new ArgumentException($"Tiles of {lines} lines cannot be read in groups of {parameters.BatchColumns} columns; expected a divisor.");
        double residual = 0;
        bool converged = true;
        for (int top = 0; top < cells.Rows; top += lines)
            for (int left = 0; left < cells.Columns; left += lines)
            {
                int height = Math.Min(lines, cells.Rows - top), width = Math.Min(lines, cells.Columns - left);
                var part = Of(cells.Block(top, left, height, width), parameters with { TileLines = 0 }, cancellation);
                for (int j = 0; j < width; j++)
                    part.Siemens.AsSpan(j * height, height).CopyTo(siemens.AsSpan((left + j) * cells.Rows + top));
                residual = Math.Max(residual, part.ResidualAmperes);
                converged &= part.Converged;
            }
        return new(siemens, residual, converged);
    }

    /// <summary>The array as it is while columns from … to − 1 are read.</summary>
    internal static ArrayCircuit Circuit(ConductanceMatrix cells, ClockedMachineParameters parameters, int from, int to)
    {
        var bits = LineTerminals.AtEnd(parameters.SenseOhms);
        bool IsRead(int column) => column >= from && column < to;
        return new(parameters.Unselected == UnselectedColumns.Off ? Only(cells, from, to) : cells, parameters.Wires)
        {
            WordTerminals = parameters.DrivenAtBothEnds ? LineTerminals.AtBoth(parameters.DriverOhms)
                : LineTerminals.AtStart(parameters.DriverOhms),
            BitTerminals = parameters.Unselected == UnselectedColumns.Floating ? bits.WithFloating(cells.Columns, column => !IsRead(column))
                : bits,
        };
    }

    private static ConductanceMatrix Only(ConductanceMatrix cells, int from, int to)
    {
        var siemens = new double[cells.Siemens.Length];
        for (int i = 0; i < cells.Rows; i++)
            cells.Siemens.AsSpan(i * cells.Columns + from, to - from).CopyTo(siemens.AsSpan(i * cells.Columns + from));
        return new(cells.Rows, cells.Columns, siemens);
    }
}
