using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Hopfield.Files;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Layouts;

/// <summary>Which error a budget is for.</summary>
public enum BudgetedError
{
    /// <summary>The root mean square over random weights and inputs.</summary>
    Typical,

    /// <summary>The worst case.</summary>
    Worst,
}

/// <summary>Area, lines, speed, energy and computing error of an array and of tiles; the largest tile within an error budget.</summary>
public sealed record LayoutStudy : Study<LayoutRecord>
{
    public override string Name => "layout";
    public override string Summary => "area, speed, energy and computing error of an array, and how large a tile may be";

    /// <summary>What the array is made of.</summary>
    public required Technology Technology { get; init; }

    /// <summary>What is stored and drawn.</summary>
    public ErrorStudyParameters Parameters { get; init; } = new();

    /// <summary>Drivers and sense nodes of every tile.</summary>
    public ArrayDrive Drive { get; init; } = new();

    /// <summary>Word lines of the array. Default 128 (our choice).</summary>
    public int Rows { get; init; } = 128;

    /// <summary>Bit lines of the array. Default 128 (our choice).</summary>
    public int Columns { get; init; } = 128;

    /// <summary>Lines of the tiles in the tables; the last ends the search. Range: from 2, growing.</summary>
    public IReadOnlyList<int> Sizes { get; init => field = Growing(value); } = [8, 16, 32, 64, 128, 256];

    /// <summary>Largest error that is allowed, units of weight. Default 0.5: an integer sum then rounds to the right number. Range: &gt;
    /// 0.</summary>
    public double BudgetWeightUnits { get; init => field = Check.Positive(value, nameof(BudgetWeightUnits), "units of weight"); } = 0.5;

    /// <summary>Which error the budget is for. Default typical.</summary>
    public BudgetedError BudgetOf { get; init; }

    /// <summary>A weight matrix that is cut into tiles, inputs down; null for none.</summary>
    public DataFile? Weights { get; init; }

    /// <summary>Measure the tiles with heavy lines near drivers and sense nodes, too.</summary>
    public bool Assign { get; init; }

    /// <summary>Measure the tiles with conductances compensated for the IR drop, too.</summary>
    public bool Compensate { get; init; }

    /// <summary>Seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    private RandomKey Key => RandomKey.FromSeed(Seed).Fold("layout");

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">Cancelled before anything was finished.</exception>
    public override LayoutRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var weights = WeightsThatFit();
        progress?.Begin("array sizes", 2 + Sizes.Count * (1 + (weights is null ? 0 : 1 + (Assign ? 1 : 0) + (Compensate ? 1 : 0))));
        // The record holds these lists from the start, so that it has whatever was finished.
        List<SizeRow> rows = [];
        List<TilingChoice> plain = [], assigned = [], compensated = [];
        var record = new LayoutRecord
        {
            Options = this,
            Technology = Technology,
            Parameters = Parameters,
            Drive = Drive,
            BudgetWeightUnits = BudgetWeightUnits,
            BudgetOf = BudgetOf,
            Array = Done(Size(Rows, Columns)),
            Sizes = rows,
            Tilings = weights is null ? null : plain,
            AssignedTilings = weights is not null && Assign ? assigned : null,
            CompensatedTilings = weights is not null && Compensate ? compensated : null,
        };
        try
        {
            foreach (int size in Sizes) rows.Add(Done(Size(size, size)));
            int smallest = Parameters.Placement == WeightPlacement.Single ? 1 : 2;
            var largest = TileSearch.Largest(size => ErrorOf(rows.FirstOrDefault(row => row.Rows == size) ?? Size(size, size)),
                BudgetWeightUnits, smallest, Sizes[^1]);
            record = record with { LargestTile = Done(largest) };
            if (weights is null) return record;
            Tile(plain, weights, false, false);
            if (Assign) Tile(assigned, weights, true, false);
            if (Compensate) Tile(compensated, weights, Assign, true);
            return record;
        }
        catch (OperationCanceledException)
        {
            return record with { Cancelled = true };
        }

        T Done<T>(T result)
        {
            progress?.Finished();
            return result;
        }

        SizeRow Size(int down, int across) => SizeRow.Of(down, across, Technology, Parameters, Drive, Key, cancellation);

        void Tile(List<TilingChoice> into, Matrix matrix, bool assign, bool compensate)
        {
            var study = new TilingStudy(Technology, Parameters, Drive, new()) { AssignLines = assign, Compensate = compensate };
            foreach (int size in Sizes)
                into.Add(Done(study.Measure(matrix.Rows, matrix.Columns, matrix.Values, size, Key.Fold("tiling"), cancellation)));
        }
    }

    private double ErrorOf(SizeRow row) => BudgetOf == BudgetedError.Worst ? row.AdversarialWeightUnits : row.Typical.RmsWeightUnits;

    /// <summary>The weights, refused before any work where they do not fit the placement.</summary>
    private Matrix? WeightsThatFit()
    {
        if (Weights is not { } file)
            return !Assign && !Compensate ? null : throw new ArgumentException(
                $"{(Assign ? nameof(Assign) : nameof(Compensate))} is for the tiles of Weights, which are missing");
        var weights = MatrixFile.Read(file.Checked());
        PlacedWeights.Place(Parameters.Placement, weights.Rows, weights.Columns, weights.Values, Parameters.OffSiemens,
            Parameters.OnSiemens);
        return weights;
    }

    private static IReadOnlyList<int> Growing(IReadOnlyList<int> sizes)
    {
        for (int k = 0; k < sizes.Count; k++)
            if (sizes[k] < 2 || (k > 0 && sizes[k] <= sizes[k - 1]))
                throw new ArgumentException($"Sizes '{string.Join(',', sizes)}': expected whole numbers from 2 upwards, "
                    + "growing, separated by commas");
        return sizes.Count > 0 ? sizes : throw new ArgumentException("Sizes '': expected at least one size");
    }
}
