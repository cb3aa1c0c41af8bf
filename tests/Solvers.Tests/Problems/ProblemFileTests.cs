using Solvers.Problems;
using Solvers.Problems.Ising;
using Solvers.Problems.MaxCut;
using Solvers.Problems.Tsp;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class ProblemFileTests
{
    [Theory]
    [InlineData("# graph\n2 1\n1 2\n", ".0", typeof(MaxCutProblem))]
    [InlineData("2 1\n1 2\n", "", typeof(MaxCutProblem))]
    [InlineData("c graph\n2 1\n1 2\n", ".rud", typeof(MaxCutProblem))]
    [InlineData("0,1\n1,0\n", ".csv", typeof(IsingProblem))]
    [InlineData("DIMENSION:1\nEDGE_WEIGHT_TYPE:EUC_2D\nNODE_COORD_SECTION\n1 0 0\n", ".tsp", typeof(TspProblem))]
    [InlineData("NAME : a\nDIMENSION:1\nEDGE_WEIGHT_TYPE:EUC_2D\nNODE_COORD_SECTION\n1 0 0\n", ".txt", typeof(TspProblem))]
    public void Read_OfEachKind_FindsItsReader(string content, string extension, Type kind)
    {
        using var file = new TemporaryFile(content, extension);
        Assert.IsType(kind, ProblemFile.Read(file.Path));
    }

    [Fact]
    public void Read_OfSomethingElse_ListsWhatIsRead()
    {
        using var file = new TemporaryFile("Dear reader,\n");
        var error = Assert.Throws<InvalidDataException>(() => ProblemFile.Read(file.Path));
        Assert.Contains("MAX-CUT", error.Message);
        Assert.Contains("TSPLIB", error.Message);
        Assert.Throws<FileNotFoundException>(() => ProblemFile.Read("no-such-file"));
    }

    public static TheoryData<string> Formats => [.. ProblemFile.Readers.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Recognise_OfAReadersExample_FindsTheReader(string name)
    {
        var reader = ProblemFile.Readers.Single(reader => reader.Name == name);
        using var file = new TemporaryFile(reader.Example, reader.Extensions[0]);
        Assert.Equal(name, ProblemFile.Recognise(file.Path).Reader.Name);
    }

    [Fact]
    public void Recognise_OfAnyFileOfAFamily_FindsItsReader()
    {
        (string Folder, string Pattern, string Reader)[] families =
        [
            ("maxcut/rudy", "*", "maxcut"), ("maxcut/gset", "*", "maxcut"), ("maxcut/biqmac_ising", "*", "maxcut"),
            ("qubo/beasley", "*", "qubo-list"), ("qubo/gka", "*", "qubo-list"), ("tsp", "*.tsp", "tsp"),
            ("tsp", "hopfield_tank10.txt", "tsp"), ("partition", "*.graph", "partition-graph"),
        ];
        Assert.Equal("tsp", ProblemFile.Recognise(Instances.Burma14).Reader.Name);
        foreach (var (folder, pattern, reader) in families)
            Assert.All(SharedFolder.Files($"data/{folder}", pattern),
                file => Assert.Equal(reader, ProblemFile.Recognise(file).Reader.Name));
    }

    [Fact]
    public void Extensions_OfAllReaders_AreNeverShared() =>
        Assert.Distinct(ProblemFile.Readers.SelectMany(reader => reader.Extensions));
}
