using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Crossbar.Planning.Maps;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Arrays;

/// <summary>Where an array loses its voltage, in one product or while one cell is addressed, and what that does to its outputs.</summary>
public sealed record ArrayMapStudy : Study<ArrayMapRecord>
{
    public override string Name => "array map";
    public override string Summary => "IR drop, cell voltages, currents, sneak currents and power of a crossbar with wires";

    /// <summary>The array.</summary>
    public required WiredArray Array { get; init; }

    /// <summary>Input vectors of a product, V, one line each; null where a cell is selected.</summary>
    public DataFile? Voltages { get; init; }

    /// <summary>Which line of <see cref="Voltages"/> is mapped, from 0. Default 0.</summary>
    public int Input { get; init; }

    /// <summary>The cell that is addressed; null for a product.</summary>
    public CellPlace? Select { get; init; }

    /// <summary>What the unselected lines do. Default V/2.</summary>
    public BiasScheme Scheme { get; init; } = BiasScheme.Half;

    /// <summary>Voltage of the selected word line, V. Default 0.2 V (Cai et al. 2020).</summary>
    public double Volts { get; init => field = Check.Finite(value, nameof(Volts), "V"); } = 0.2;

    /// <summary>Conductance of one unit of weight, S; null for the largest less the smallest cell. Range: &gt; 0.</summary>
    public double? UnitSiemens { get; init => field = value is { } unit ? Unit(unit, nameof(UnitSiemens)) : null; }

    public override ArrayMapRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        if (Select is not null && Voltages is not null)
            throw new ArgumentException("Select and Voltages are both given; expected one of them");
        if (Select is null && Voltages is null)
            throw new ArgumentException("no voltages are given; expected Voltages, or Select");
        var circuit = Array.Circuit();
        return Voltages is { } file ? OfProduct(circuit, InputOf(file, circuit.Cells.Rows), cancellation)
            : OfSelection(circuit, new(Select!.Row, Select.Column, Volts, Scheme), cancellation);
    }

    private ArrayMapRecord OfSelection(ArrayCircuit circuit, CellSelection selection, CancellationToken cancellation)
    {
        var (biased, words, bits) = selection.Bias(circuit);
        var (solution, steps) = Solve(biased, words, bits, cancellation);
        return new()
        {
            Options = this,
            Law = Array.Law,
            NewtonSteps = steps,
            Selection = selection,
            Solution = solution,
            Maps = ArrayMaps.OfSelection(solution, selection),
        };
    }

    private ArrayMapRecord OfProduct(ArrayCircuit circuit, double[] volts, CancellationToken cancellation)
    {
        double unit = UnitOf(circuit.Cells);
        var (solution, steps) = Solve(circuit, volts, new double[circuit.Cells.Columns], cancellation);
        return new()
        {
            Options = this,
            Law = Array.Law,
            NewtonSteps = steps,
            Solution = solution,
            Maps = ArrayMaps.OfProduct(solution),
            Outputs = OutputErrors.Of(solution.OutputAmperes, IdealProduct.Amperes(circuit.Cells, volts),
                unit * (volts.Max(Math.Abs) is > 0 and var largest ? largest : 1)),
        };
    }

    private double[] InputOf(DataFile file, int rows)
    {
        var voltages = ArrayFiles.ReadVoltages(file, rows, Array.Cells.Path);
        if (Input < 0 || Input >= voltages.Rows)
            throw new ArgumentException($"Input {Input}: {file.Path} has {voltages.Rows} input vectors; "
                + $"expected 0 to {voltages.Rows - 1}");
        return voltages.Values[(Input * rows)..((Input + 1) * rows)];
    }

    /// <summary>Newton steps are null for ohmic cells.</summary>
    private (ArraySolution Solution, int? NewtonSteps) Solve(
        ArrayCircuit circuit, double[] words, double[] bits, CancellationToken cancellation)
    {
        if (Array.Law is not { } law) return (new ArraySolver(circuit).Solve(words, bits, cancellation: cancellation), null);
        var solved = NonlinearArraySolver.Of(circuit, law).Solve(words, bits, cancellation);
        return (solved.AsLinear, solved.NewtonSteps);
    }

    private double UnitOf(ConductanceMatrix cells)
    {
        if (UnitSiemens is { } given) return given;
        double largest = cells.Siemens.Max(), range = largest - cells.Siemens.Min();
        return Unit(range == 0 ? largest : range, nameof(UnitSiemens)); // cells all alike: one cell is the unit
    }

    private static double Unit(double siemens, string name) => double.IsFinite(siemens) && siemens > 0 ? siemens
        : throw new ArgumentException($"{name} must be a number greater than 0 S, not {siemens}");
}

/// <summary>A cell of an array.</summary>
/// <param name="Row">Word line, from 0.</param>
/// <param name="Column">Bit line, from 0.</param>
public sealed record CellPlace(int Row, int Column);
