using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Hopfield.Numerics;

namespace Studies.Layouts;

/// <summary>What an array of one size is and does.</summary>
public sealed record SizeRow
{
    /// <summary>Word lines.</summary>
    public required int Rows { get; init; }

    /// <summary>Bit lines.</summary>
    public required int Columns { get; init; }

    /// <summary>Ground under the cells, m².</summary>
    public required double AreaSquareMetres { get; init; }

    /// <summary>Resistance of a whole word line, Ω.</summary>
    public required double WordLineOhms { get; init; }

    /// <summary>Resistance of a whole bit line, Ω.</summary>
    public required double BitLineOhms { get; init; }

    /// <summary>Capacitance of a whole word line, F.</summary>
    public required double WordLineFarads { get; init; }

    /// <summary>Capacitance of a whole bit line, F.</summary>
    public required double BitLineFarads { get; init; }

    /// <summary>Error over random weights and inputs.</summary>
    public required ComputingError Typical { get; init; }

    /// <summary>Largest error that any weights and inputs can make, uncalibrated, in units of weight.</summary>
    public required double AdversarialWeightUnits { get; init; }

    /// <summary>Time and energy of a read.</summary>
    public required ReadCost Read { get; init; }

    /// <summary>Weights that the array holds.</summary>
    public required int Weights { get; init; }

    /// <summary>Energy over the number of weights, J.</summary>
    public double JoulesPerWeight => Read.Joules / Weights;

    internal static SizeRow Of(
        int rows, int columns, Technology technology, ErrorStudyParameters parameters, ArrayDrive drive, RandomKey key,
            CancellationToken cancellation)
    {
        var plan = new ArrayPlan(rows, columns, technology);
        var study = new ErrorStudy(parameters, plan.Wires, drive.WordTerminals, drive.BitTerminals);
        var typical = study.Typical(rows, columns, key, cancellation);
        return new()
        {
            Rows = rows,
            Columns = columns,
            AreaSquareMetres = plan.AreaSquareMetres,
            WordLineOhms = plan.WordLineOhms,
            BitLineOhms = plan.BitLineOhms,
            WordLineFarads = plan.WordLineFarads,
            BitLineFarads = plan.BitLineFarads,
            Typical = typical,
            AdversarialWeightUnits = study.Adversarial(rows, columns, cancellation),
            Read = ReadCost.Of(plan, drive, typical.MeanWatts, parameters.ReadVolts, parameters.SignedInputs ? 1 : 0.5),
            Weights = PlacedWeights.InputsOf(parameters.Placement, rows) * PlacedWeights.OutputsOf(parameters.Placement, columns),
        };
    }
}
