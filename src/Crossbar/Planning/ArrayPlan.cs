using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>An array of a technology before any weight is written: its area, and resistance and capacitance of its lines.</summary>
/// <param name="Rows">Word lines, at least 1.</param>
/// <param name="Columns">Bit lines, at least 1.</param>
/// <param name="Technology">Metal, pitch and cell.</param>
public sealed record ArrayPlan(int Rows, int Columns, Technology Technology)
{
    /// <summary>Word lines, at least 1.</summary>
    public int Rows { get; } = Check.AtLeast(Rows, 1, nameof(Rows));

    /// <summary>Bit lines, at least 1.</summary>
    public int Columns { get; } = Check.AtLeast(Columns, 1, nameof(Columns));

    /// <summary>Ground under the cells, without periphery, m².</summary>
    public double AreaSquareMetres => (double)Rows * Columns * Technology.CellSquareMetres;

    /// <summary>Resistance of a whole word line, one segment per cell, Ω.</summary>
    public double WordLineOhms => Columns * Technology.WordSegmentOhms;

    /// <summary>Resistance of a whole bit line, one segment per cell, Ω.</summary>
    public double BitLineOhms => Rows * Technology.BitSegmentOhms;

    /// <summary>Capacitance of a whole word line, F.</summary>
    public double WordLineFarads => Columns * Technology.WordSegmentFarads;

    /// <summary>Capacitance of a whole bit line, F.</summary>
    public double BitLineFarads => Rows * Technology.BitSegmentFarads;

    /// <summary>The segments' resistances for the solver, with ideal drivers and sense nodes.</summary>
    public ArrayWires Wires => new()
    {
        WordSegmentOhms = Technology.WordSegmentOhms,
        BitSegmentOhms = Technology.BitSegmentOhms,
    };
}
