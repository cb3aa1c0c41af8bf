using Crossbar.Mapping;
using Hopfield.Model;

namespace Crossbar.Tests.Mapping;

public class DifferentialPairMappingTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(9, true)]
    [InlineData(9, false)]
    [InlineData(30, true)]
    public void Decode_OfMappedWeights_IsTheModel(int size, bool fields)
    {
        for (ulong seed = 0; seed < 5; seed++)
        {
            var model = RandomIsing.Make(size, seed, fields);
            var mapped = new DifferentialPairMapping().Map(model);
            var decoded = mapped.Decode();
            double scale = 1e-12 * (1 + model.Couplings.LargestMagnitude() + model.Fields.ToArray().Max(Math.Abs));
            for (int i = 0; i < size; i++)
            {
                Assert.Equal(model.Fields[i], decoded.Fields[i], scale * Math.Max(1, mapped.BiasLines));
                for (int j = 0; j < size; j++) Assert.Equal(model.Couplings[i, j], decoded.Couplings[i, j], scale);
            }
            Assert.Equal(model.Offset, decoded.Offset);
            Assert.Equal(fields ? 2 * (size + mapped.BiasLines) : 2 * size, mapped.Cells.Rows);
        }
    }

    [Fact]
    public void Conductances_OfAnyModel_LieBetweenOffAndOnAndUseTheWholeRange()
    {
        var mapping = new DifferentialPairMapping { OffSiemens = 2e-6, OnSiemens = 5e-5 };
        var cells = mapping.Map(RandomIsing.Make(12, 3)).Cells;
        Assert.All(cells.Siemens, g => Assert.InRange(g, 2e-6, 5e-5));
        Assert.Equal(2e-6, cells.Siemens.Min());
        Assert.Equal(5e-5, cells.Siemens.Max(), 1e-18);
    }

    [Fact]
    public void Pairs_OfAnyWeight_HaveOneCellOff()
    {
        var cells = new DifferentialPairMapping().Map(RandomIsing.Make(8, 4)).Cells;
        for (int i = 0; i < cells.Rows; i += 2)
            for (int j = 0; j < cells.Columns; j++) Assert.Equal(1e-6, Math.Min(cells[i, j], cells[i + 1, j]));
    }

    [Fact]
    public void Mapping_WithOnNotAboveOff_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new DifferentialPairMapping { OffSiemens = 1e-5, OnSiemens = 1e-5 }.Map(new IsingModel(Couplings.Sparse(2, [(0, 1, 1.0)]))));
}
