using Crossbar.Planning;
using Studies.Layouts;
using Studies.Tests.Support;

namespace Studies.Tests.Layouts;

public class LayoutStudyTests
{
    private static LayoutStudy Study(ScratchFolder folder) => new()
    {
        Technology = TechnologyFile.Find("cai2020"),
        Parameters = new() { WeightDraws = 2, InputDraws = 3 },
        Rows = 8,
        Columns = 6,
        Sizes = [4, 8],
        BudgetWeightUnits = 0.01,
        Weights = folder.Write("W.csv", "1,-1,0\n0,1,1\n-1,0,1\n1,1,0\n"),
        Assign = true,
        Compensate = true,
    };

    [Fact]
    public void Layout_FromItsRecord_IsTheSame_WithWeightsInTiles()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(Study(folder));
        Assert.Equal(8 * 6 * 12 * 32e-9 * 32e-9, record.Array.AreaSquareMetres, 1e-18);
        Assert.Equal((2, 2, 2), (record.Tilings!.Count, record.AssignedTilings!.Count, record.CompensatedTilings!.Count));
        Assert.True(record.Converged);
        Assert.InRange(record.LargestTile!.Size, 0, 8);
    }

    /// <summary>A technology file's own cell sides are part of the record.</summary>
    [Fact]
    public void Layout_OfAUsersCell_FromItsRecord_IsTheSame()
    {
        using var folder = new ScratchFolder();
        folder.Write("t.json", """
            { "featureMetres": 1e-7, "metal": { "widthMetres": 1e-7, "aspectRatio": 2 }, "cellWidthFeatures": 3, "cellHeightFeatures": 5 }
            """);
        var record = Rerun.Repeats(Study(folder) with
        {
            Technology = TechnologyFile.Read(folder["t.json"]),
            Weights = null,
            Assign = false,
            Compensate = false,
            BudgetOf = BudgetedError.Worst,
        });
        Assert.Equal(15 * 1e-14, record.Technology.CellSquareMetres, 1e-20);
    }

    [Fact]
    public void Layout_CancelledAfterTheArray_KeepsIt()
    {
        using var folder = new ScratchFolder();
        using var cancel = new CancellationTokenSource();
        var record = Study(folder).Run(new CancelAfter(1, cancel), cancel.Token);
        Assert.True(record.Cancelled);
        Assert.Empty(record.Sizes);
        Assert.Null(record.LargestTile);
    }

    [Fact]
    public void Layout_OfSizesThatDoNotGrow_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LayoutStudy { Technology = TechnologyFile.Find("22nm"), Sizes = [8, 4] });

    private sealed class CancelAfter(int pieces, CancellationTokenSource cancel) : IStudyProgress
    {
        private int _left = pieces;

        public void Begin(string title, int pieces)
        {
        }

        public void Finished()
        {
            if (--_left == 0) cancel.Cancel();
        }
    }
}
