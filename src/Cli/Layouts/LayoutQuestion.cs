using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Hopfield.Files;
using Hopfield.Numerics;

namespace Cli.Layouts;

/// <summary>What <c>hopfield layout</c> was asked, and how it is measured.</summary>
internal sealed record LayoutQuestion(Technology Technology, ErrorStudyParameters Parameters, ArrayDrive Drive, int Rows, int Columns,
    IReadOnlyList<int> Sizes)
{
    /// <summary>Largest error that is allowed, units of weight.</summary>
    internal required double BudgetWeightUnits { get; init; }

    /// <summary>The budget is for the worst case, not for the rms.</summary>
    internal bool BudgetIsForWorst { get; init; }

    /// <summary>A weight matrix to cut into tiles; null for none.</summary>
    internal Matrix? Weights { get; init; }

    /// <summary>Measure the tiles with lines assigned by weight, too.</summary>
    internal bool Assign { get; init; }

    /// <summary>Measure the tiles with compensated conductances, too.</summary>
    internal bool Compensate { get; init; }

    /// <summary>Key of all draws.</summary>
    internal required RandomKey Key { get; init; }

    /// <summary>How many times <see cref="Measure"/> calls its argument.</summary>
    internal int Pieces => 2 + Sizes.Count * (1 + (Weights is null ? 0 : 1 + (Assign ? 1 : 0) + (Compensate ? 1 : 0)));

    /// <summary>Refuses weights that do not fit the placement, before any work.</summary>
    /// <exception cref="ArgumentException">A weight does not fit.</exception>
    internal void Check()
    {
        if (Weights is not null)
            PlacedWeights.Place(Parameters.Placement, Weights.Rows, Weights.Columns, Weights.Values, Parameters.OffSiemens,
                Parameters.OnSiemens);
    }

    /// <summary>Measures; when cancelled after the first array, what is finished is in the report, which says so.</summary>
    /// <param name="tick">Called after each finished piece.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled before anything was finished.</exception>
    internal LayoutReport Measure(Action tick, CancellationToken cancellation)
    {
        T Done<T>(T result)
        {
            tick();
            return result;
        }
        SizeRow Size(int rows, int columns) => SizeRow.Of(rows, columns, Technology, Parameters, Drive, Key, cancellation);
        double ErrorOf(SizeRow row) => BudgetIsForWorst ? row.AdversarialWeightUnits : row.Typical.RmsWeightUnits;
        void Tile(List<TilingChoice> into, bool assign, bool compensate)
        {
            var study = new TilingStudy(Technology, Parameters, Drive, new()) { AssignLines = assign, Compensate = compensate };
            foreach (int size in Sizes)
                into.Add(Done(study.Measure(Weights!.Rows, Weights.Columns, Weights.Values, size, Key.Fold("tiling"), cancellation)));
        }

        // The report holds these lists from the start, so that it has whatever was finished.
        List<SizeRow> rows = [];
        List<TilingChoice> plain = [], assigned = [], compensated = [];
        var report = new LayoutReport(Technology, Parameters, Drive, BudgetWeightUnits, BudgetIsForWorst ? "worst" : "typical",
            Done(Size(Rows, Columns)), rows)
        {
            Tilings = Weights is null ? null : plain,
            AssignedTilings = Weights is not null && Assign ? assigned : null,
            CompensatedTilings = Weights is not null && Compensate ? compensated : null,
        };
        try
        {
            foreach (int size in Sizes) rows.Add(Done(Size(size, size)));
            report = report with
            {
                LargestTile = Done(TileSearch.Largest(size => ErrorOf(rows.FirstOrDefault(r => r.Rows == size) ?? Size(size, size)),
                    BudgetWeightUnits,
                    Parameters.Placement == WeightPlacement.Single ? 1 : 2, Sizes[^1])),
            };
            if (Weights is null) return report;
            Tile(plain, false, false);
            if (Assign) Tile(assigned, true, false);
            if (Compensate) Tile(compensated, Assign, true);
            return report;
        }
        catch (OperationCanceledException)
        {
            return report with { Cancelled = true };
        }
    }
}
