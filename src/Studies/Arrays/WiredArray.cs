using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Arrays;

/// <summary>What the numbers of a file of cells are.</summary>
public enum CellUnit
{
    /// <summary>Resistances, Ω; inf is an open cell.</summary>
    Ohms,

    /// <summary>Conductances, S; 0 is an open cell.</summary>
    Siemens,
}

/// <summary>Cells in wires with drivers and sense nodes, as users describe them.</summary>
public sealed record WiredArray
{
    /// <summary>The cells, a line for each word line.</summary>
    public required DataFile Cells { get; init; }

    /// <summary>What they are given in.</summary>
    public CellUnit Unit { get; init; }

    /// <summary>The wires. Default ideal.</summary>
    public ArrayWires Wires { get; init; } = ArrayWires.Ideal;

    /// <summary>Resistance of each word line's driver, Ω. Default 0. Range: ≥ 0.</summary>
    public double DriverOhms { get; init => field = Check.NotNegative(value, nameof(DriverOhms), "ohm"); }

    /// <summary>Resistance between each bit line and its virtual ground, Ω. Default 0. Range: ≥ 0.</summary>
    public double SenseOhms { get; init => field = Check.NotNegative(value, nameof(SenseOhms), "ohm"); }

    /// <summary>Word lines are driven from both ends. Default false.</summary>
    public bool FromBothEnds { get; init; }

    /// <summary>Current-voltage law of the cells; null for ohmic ones.</summary>
    public ICellLawFactory? Law { get; init; }

    /// <summary>The array; its file is read.</summary>
    /// <exception cref="InvalidDataException">The file has changed, or an entry is no resistance or conductance.</exception>
    public ArrayCircuit Circuit() =>
        new(Unit == CellUnit.Ohms ? ArrayFiles.ReadResistances(Cells) : ArrayFiles.ReadConductances(Cells), Wires)
        {
            WordTerminals = FromBothEnds ? LineTerminals.AtBoth(DriverOhms) : LineTerminals.AtStart(DriverOhms),
            BitTerminals = LineTerminals.AtEnd(SenseOhms),
        };
}
