using Hopfield.Files;
using Hopfield.Model;

namespace Hopfield.Tests.Files;

public class IsingFileTests
{
    [Theory]
    [InlineData(".npy")]
    [InlineData(".csv")]
    public void Read_OfWhatWriteWrote_IsTheSameModel(string extension)
    {
        var model = new IsingModel(Couplings.Sparse(20, [(0, 1, 0.1), (3, 19, -2)]), [.. Enumerable.Range(0, 20).Select(i => i / 7.0)]);
        using var couplings = new TemporaryFile("", extension);
        using var fields = new TemporaryFile("", extension);
        IsingFile.Write(model, couplings.Path, fields.Path);
        var back = IsingFile.Read(couplings.Path, fields.Path);
        Assert.Equal(model.Couplings.ToDense(), back.Couplings.ToDense());
        Assert.Equal(model.Fields.ToArray(), back.Fields.ToArray());
        Assert.Equal(4, back.Couplings.NonZeroCount);
        Assert.Throws<ArgumentException>(() => IsingFile.Write(model, couplings.Path));
    }

    [Fact]
    public void Read_OfAFullMatrix_KeepsEveryCoupling()
    {
        using var file = new TemporaryFile("0,1,2\n1,0,-3\n2,-3,0\n", ".csv");
        var model = IsingFile.Read(file.Path);
        Assert.Equal([0, 1, 2, 1, 0, -3, 2, -3, 0], model.Couplings.ToDense());
        Assert.False(model.HasFields);
    }

    [Theory]
    [InlineData("0,1,0\n1,0,0\n", "2 × 3")]
    [InlineData("0,1,2\n1,0,3\n2,3.5,0\n", "entry [1,2] is 3 but [2,1] is 3.5")]
    [InlineData("0,1\n1,0.5\n", "entry [1,1] is 0.5")]
    public void Read_OfWhatIsNoCouplingMatrix_NamesTheFirstOffence(string content, string fault)
    {
        using var file = new TemporaryFile(content, ".csv");
        var error = Assert.Throws<InvalidDataException>(() => IsingFile.Read(file.Path));
        Assert.StartsWith(file.Path + ": ", error.Message);
        Assert.Contains(fault, error.Message);
    }

    [Fact]
    public void Read_OfFieldsOfAnotherLength_Refuses()
    {
        using var couplings = new TemporaryFile("0,1\n1,0\n", ".csv");
        using var three = new TemporaryFile("1,2,3\n", ".csv");
        using var column = new TemporaryFile("1\n2\n", ".csv");
        Assert.Contains("1 × 3", Assert.Throws<InvalidDataException>(() => IsingFile.Read(couplings.Path, three.Path)).Message);
        Assert.Equal([1, 2], IsingFile.Read(couplings.Path, column.Path).Fields.ToArray());
    }
}
