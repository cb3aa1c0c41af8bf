using Hopfield.Model;
using Solvers.Problems;
using Solvers.Tests.Support;

namespace Solvers.Tests.Problems;

/// <summary>What every catalogued problem promises, proven on its reader's own example by trying every state.</summary>
public class ProblemContractTests
{
    /// <summary>Far above the rounding of sums of a few dozen terms, far below any difference between energies of the examples.</summary>
    private const double Rounding = 1e-9;

    public static TheoryData<string> Formats => [.. ProblemFile.Readers.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Example_OfEveryFormat_HasItsBestAnswersAsGroundStates(string format)
    {
        using var file = Example(format, out var reader);
        var problem = reader.Read(file.Path);
        States.CheckContract(problem, problem.Encode());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Example_OfEveryFormat_IsRecognisedAndReadsBackWhatIsWritten(string format)
    {
        using var file = Example(format, out var reader);
        Assert.Same(reader, ProblemFile.Recognise(file.Path).Reader);
        var problem = reader.Read(file.Path);
        using var copy = new TemporaryFile("", reader.Extensions[0]);
        using var second = new TemporaryFile("", reader.Extensions[0]);
        reader.Write(copy.Path, problem);
        var again = reader.Read(copy.Path);
        reader.Write(second.Path, again);
        // Formats with a place for a name write that of the file they were read from.
        Assert.Equal(File.ReadAllText(copy.Path).Replace(Stem(file), "x"), File.ReadAllText(second.Path).Replace(Stem(copy), "x"));
        IsingModel first = problem.Encode(), then = again.Encode();
        foreach (var spins in States.All(problem.SpinCount)) Assert.Equal(first.Energy(spins), then.Energy(spins), Rounding);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Example_OfEveryFormat_CutShortAnywhere_NamesTheLine(string format)
    {
        var reader = ProblemFile.Readers.Single(reader => reader.Name == format);
        string[] lines = reader.Example.TrimEnd('\n').Split('\n');
        for (int kept = 0; kept < lines.Length; kept++)
        {
            using var file = new TemporaryFile(string.Concat(lines.Take(kept).Select(line => line + "\n")), reader.Extensions[0]);
            if (IsWhole(format, kept, lines.Length)) continue;
            var error = Assert.Throws<InvalidDataException>(() => reader.Read(file.Path));
            Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(file.Path)}:?\d*: .+; expected .+", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_OfAnotherProblem_IsRefused(string format)
    {
        var reader = ProblemFile.Readers.Single(reader => reader.Name == format);
        using var file = new TemporaryFile();
        var other = new Solvers.Problems.Recall.RecallProblem(Hopfield.Patterns.Glyphs.Read(), new Hopfield.Learning.HebbRule(), 0,
            Hopfield.Patterns.Glyphs.Read().Patterns[0]);
        Assert.Throws<ArgumentException>(() => reader.Write(file.Path, other));
    }

    /// <summary>Lists without a count, and TSPLIB's optional EOF, are whole at any (or the last) line.</summary>
    private static bool IsWhole(string format, int kept, int lines) => format switch
    {
        "numbers" => kept > 1,
        "tsp" => kept == lines - 1,
        _ => false,
    };

    private static string Stem(TemporaryFile file) => Path.GetFileNameWithoutExtension(file.Path);

    private static TemporaryFile Example(string format, out IProblemReader reader)
    {
        reader = ProblemFile.Readers.Single(known => known.Name == format);
        return new TemporaryFile(reader.Example, reader.Extensions[0]);
    }
}
