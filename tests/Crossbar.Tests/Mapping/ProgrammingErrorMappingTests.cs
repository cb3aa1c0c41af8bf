using Crossbar.Mapping;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Mapping;

public class ProgrammingErrorMappingTests
{
    private static readonly DifferentialPairMapping s_exact = new();

    private static IsingModel Model() =>
        new(Couplings.FromPairs(40, [.. from i in Enumerable.Range(0, 40) from j in Enumerable.Range(0, i) select (i, j,
            (i + j) % 5 - 2.0)]));

    /// <summary>3,200 cells: the sample deviation is within 5/√6400 = 6.3 % of the true one (false alarm 6e-7).</summary>
    [Theory]
    [InlineData(ErrorReference.Target)]
    [InlineData(ErrorReference.Range)]
    public void Map_MissesTheTargets_ByTheStatedDeviation(ErrorReference reference)
    {
        double[] exact = [.. s_exact.Map(Model()).Cells.Siemens];
        double[] missed = [.. new ProgrammingErrorMapping(s_exact, 0.003, reference, RandomKey.FromSeed(1)).Map(Model()).Cells.Siemens];
        double range = s_exact.OnSiemens - s_exact.OffSiemens;
        double square = exact.Zip(missed,
            (target, got) => Math.Pow((got - target) / (reference == ErrorReference.Target ? target : range), 2)).Average();
        Assert.Equal(0.003, Math.Sqrt(square), 0.003 * 0.063);
        Assert.All(missed, siemens => Assert.True(siemens >= 0));
    }

    [Fact]
    public void Map_WithoutError_IsExact() => Assert.Equal([.. s_exact.Map(Model()).Cells.Siemens],
        new ProgrammingErrorMapping(s_exact, 0, ErrorReference.Range, RandomKey.FromSeed(1)).Map(Model()).Cells.Siemens.ToArray());
}
