using System.Globalization;
using Hopfield.Files;
using Hopfield.Model;
using Solvers.Problems.MaxCut;

namespace Solvers.Problems.Ising;

/// <summary>The sign that the numbers of a coupling list have in the energy.</summary>
public enum CouplingSign
{
    /// <summary>E = −Σ J_ij s_i s_j − Σ h_i s_i: positive couplings align spins (Hopfield, spin glasses).</summary>
    Minus,

    /// <summary>E = +Σ w_ij s_i s_j + Σ w_i s_i: positive numbers part spins (dimod; graphs whose cut is wanted).</summary>
    Plus,
}

/// <summary>Ising models as lists: a header <c>n entries</c>, then lines <c>i j J</c> with spins from 1; a line <c>i i h</c> is a field.
/// Biq Mac's Ising files have this form. Comments start with # or c.</summary>
public static class CouplingListFile
{
    private const string Form = "two spins from 1 and a number";

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sign">What the numbers mean.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">An entry is wrong, given twice, missing or too much.</exception>
    public static IsingProblem Read(string path, CouplingSign sign = CouplingSign.Minus)
    {
        using var reader = new LineReader(path);
        if (!reader.NextContent('#', 'c')) throw reader.Error("the file is empty", "a header: number of spins and of entries");
        int size = reader.NextInteger("number of spins", 1, int.MaxValue), count = reader.NextInteger("number of entries", 0, int.MaxValue);
        reader.EndOfLine("a header of two numbers");
        double factor = sign == CouplingSign.Minus ? 1 : -1;
        var fields = new double[size];
        var pairs = new List<(int I, int J, double Value)>();
        var seen = new HashSet<(int, int)>();
        int read = 0;
        for (; reader.NextContent('#', 'c'); read++)
        {
            if (read == count) throw reader.Error("there are more entries than announced", $"{count} entries");
            int i = reader.NextItem("spin", size), j = reader.NextItem("spin", size);
            double value = factor * reader.NextNumber("coupling");
            reader.EndOfLine(Form);
            if (!seen.Add((Math.Min(i, j), Math.Max(i, j)))) throw reader.Error($"entry {i + 1} {j + 1} is given twice", "each once");
            if (i == j) fields[i] = value;
            else pairs.Add((i, j, value));
        }
        if (read < count) throw reader.Error($"the file ends after {read} of {count} entries", Form);
        string name = Path.GetFileName(path);
        return new(name, new(Couplings.FromPairs(size, pairs), fields)) { BestKnown = FromCut(name, size, pairs, fields, sign) };
    }

    /// <summary>Writes couplings and fields with the sign Minus.</summary>
    /// <exception cref="ArgumentException">The model has an offset, which a list has no word for.</exception>
    public static void Write(string path, IsingProblem problem)
    {
        var model = problem.Model;
        if (model.Offset != 0) throw new ArgumentException($"{problem.Name} has an offset, which a coupling list has no word for.",
            nameof(problem));
        var lines = new List<string>();
        for (int i = 0; i < model.Size; i++)
        {
            if (model.Fields[i] != 0) lines.Add($"{i + 1} {i + 1} {Text(model.Fields[i])}");
            foreach (var (j, value) in model.Couplings.Row(i)) if (j > i) lines.Add($"{i + 1} {j + 1} {Text(value)}");
        }
        File.WriteAllText(path, $"{model.Size} {lines.Count}\n{string.Concat(lines.Select(line => line + "\n"))}");
    }

    /// <summary>E = Σ w s s = Σ w − 2 cut, so that the best cut of the graph gives the least energy.</summary>
    private static BestKnown? FromCut(string name, int size, List<(int I, int J, double Value)> pairs, double[] fields, CouplingSign sign)
    {
        if (sign != CouplingSign.Plus || fields.AsSpan().ContainsAnyExcept(0.0)) return null;
        var graph = new MaxCutProblem(name, [.. pairs.Select(pair => new WeightedEdge(pair.I, pair.J, -pair.Value))], size);
        return graph.BestKnown is { } cut ? cut with { Score = graph.TotalWeight - 2 * cut.Score } : null;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
