using Solvers.Problems.Tsp;
using Solvers.Tests.Support;

namespace Solvers.Tests.Problems;

public class TourFileTests
{
    [Fact]
    public void Read_OfWhatWriteWrote_IsTheSameTour()
    {
        using var file = new TemporaryFile();
        TourFile.Write(file.Path, "t", [2, 0, 1, 3]);
        Assert.Equal([2, 0, 1, 3], TourFile.Read(file.Path));
    }

    [Theory]
    [InlineData("TYPE: TSP\n", 1, "'TSP'")]
    [InlineData("DIMENSION: 3\nTOUR_SECTION\n1 2\n-1\n", 4, "visits 2 cities")]
    [InlineData("DIMENSION: 2\nTOUR_SECTION\n1 1\n-1\n", 4, "twice")]
    [InlineData("DIMENSION: 2\nTOUR_SECTION\n1 3\n-1\n", 4, "city 3")]
    [InlineData("DIMENSION: 2\nTOUR_SECTION\n1 two\n-1\n", 3, "'two'")]
    [InlineData("DIMENSION: 2\nTOUR_SECTION\n1 2\n", 3, "ends inside")]
    [InlineData("DIMENSION: 2\nEOF\n", 2, "TOUR_SECTION is missing")]
    [InlineData("DEPOT: 1\n", 1, "'DEPOT'")]
    public void Read_OfABrokenFile_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content);
        var error = Assert.Throws<InvalidDataException>(() => TourFile.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
    }

    [Theory]
    [InlineData(new[] { 2, 0, 1, 3 })]
    [InlineData(new[] { 3, 1, 0, 2 })]
    [InlineData(new[] { 0, 2, 3, 1 })]
    public void Canonical_OfTheSameCycle_IsOneArray(int[] tour) => Assert.Equal([0, 1, 3, 2], Tours.Canonical(tour));
}
