using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Qubo;

/// <summary>QUBO files of D-Wave's qbsolv: comments <c>c …</c>, a line <c>p qubo 0 maxNodes nNodes nCouplers</c>, nNodes lines
/// <c>i i w</c>, then nCouplers lines <c>i j w</c> with i &lt; j, variables from 0 to maxNodes − 1. Minimises Σ w_ii x_i + Σ w_ij x_i x_j,
/// each line once. Source: D-Wave Systems, qbsolv README.</summary>
public static class QbsolvFile
{
    private const string Form = "two variables from 0 and a weight";

    /// <summary>Reads an instance.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The program line or a coupler is wrong, given twice, missing or too much.</exception>
    public static QuboProblem Read(string path)
    {
        using var reader = new LineReader(path);
        if (!reader.NextContent('#', 'c')) throw reader.Error("the file is empty", "a line 'p qubo 0 maxNodes nNodes nCouplers'");
        Word(reader, "p");
        Word(reader, "qubo");
        if (!reader.NextToken(out var topology) || topology is not ("0" or "unconstrained"))
            throw reader.Error("the topology is not 0", "0 (any couplers)");
        int size = reader.NextInteger("maxNodes", 1, int.MaxValue), nodes = reader.NextInteger("nNodes", 0, size);
        int couplers = reader.NextInteger("nCouplers", 0, int.MaxValue);
        reader.EndOfLine("p qubo 0 maxNodes nNodes nCouplers");
        var linear = new double[size];
        var terms = new List<QuadraticTerm>();
        var seen = new HashSet<(int, int)>();
        int read = 0;
        for (; reader.NextContent('#', 'c'); read++)
        {
            if (read == nodes + couplers) throw reader.Error("there are more lines than announced",
                $"{nodes} nodes and {couplers} couplers");
            int i = reader.NextItem("variable", size, 0), j = reader.NextItem("variable", size, 0);
            double weight = reader.NextNumber("weight");
            reader.EndOfLine(Form);
            if (read < nodes != (i == j))
                throw reader.Error($"'{i} {j}' stands among the {(read < nodes ? "nodes" : "couplers")}",
                    $"{nodes} lines 'i i w', then {couplers} lines 'i j w'");
            if (!seen.Add((Math.Min(i, j), Math.Max(i, j)))) throw reader.Error($"{i} {j} is given twice", "each once");
            if (i == j) linear[i] = weight;
            else terms.Add(new(i, j, weight));
        }
        return read == nodes + couplers ? new(Path.GetFileNameWithoutExtension(path), new(linear, terms))
            : throw reader.Error($"the file ends after {read} of {nodes + couplers} nodes and couplers", Form);
    }

    /// <summary>Writes an instance; what a file of this kind cannot say is refused.</summary>
    /// <exception cref="ArgumentException">The problem maximises or has a constant.</exception>
    public static void Write(string path, QuboProblem problem)
    {
        if (problem.Sense != ScoreSense.Minimise || problem.Form.Constant != 0)
            throw new ArgumentException($"{problem.Name} maximises or has a constant, which .qubo files have no word for.",
                nameof(problem));
        var form = problem.Form;
        int[] nodes = [.. Enumerable.Range(0, form.Size).Where(i => form.Linear[i] != 0)];
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"c {problem.Name}");
        writer.WriteLine($"p qubo 0 {form.Size} {nodes.Length} {form.Terms.Count}");
        foreach (int i in nodes) writer.WriteLine($"{i} {i} {form.Linear[i].ToString("R", CultureInfo.InvariantCulture)}");
        foreach (var (i, j, value) in form.Terms) writer.WriteLine($"{i} {j} {value.ToString("R", CultureInfo.InvariantCulture)}");
    }

    private static void Word(LineReader reader, string word)
    {
        if (!reader.NextToken(out var token) || !token.SequenceEqual(word))
            throw reader.Error($"'{token}' stands where '{word}' is wanted", "p qubo 0 maxNodes nNodes nCouplers");
    }
}
