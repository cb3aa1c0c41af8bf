using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Qubo;

/// <summary>Symmetric matrices Q as lists, for xᵀQx: a header <c>n entries</c>, then lines <c>i j q</c> with i and j from 1. An entry off
/// the diagonal is listed once and counts for both triangles. Biq Mac's <c>.sparse</c> files hold one instance to be minimised; those of
/// Beasley's OR-Library hold several, after a line with their number, to be maximised. Sources: Wiegele 2007, Biq Mac library; Beasley
/// 1998.</summary>
public static class SparseMatrixFile
{
    private const string Form = "two variables from 1 and an entry";

    /// <summary>Reads all instances of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A header or entry is wrong, given twice, missing or too much.</exception>
    public static IReadOnlyList<QuboProblem> ReadAll(string path)
    {
        using var reader = new LineReader(path);
        string name = Path.GetFileNameWithoutExtension(path);
        if (!reader.NextContent('#')) throw reader.Error("the file is empty", "a header: number of variables and of entries");
        int first = reader.NextInteger("number of variables or of instances", 1, int.MaxValue);
        if (reader.NextToken(out var token))
        {
            if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int entries))
                throw reader.Error($"number of entries is '{token}'", "a whole number");
            reader.EndOfLine("a header of two numbers");
            var only = ReadOne(reader, name, first, entries, ScoreSense.Minimise);
            return !reader.NextContent('#') ? [only] : throw reader.Error("there are more entries than announced", $"{entries} entries");
        }
        var problems = new List<QuboProblem>();
        for (int k = 1; k <= first; k++)
        {
            if (!reader.NextContent('#')) throw reader.Error($"the file ends after {k - 1} of {first} instances",
                "a header of two numbers");
            int size = reader.NextInteger("number of variables", 1, int.MaxValue),
                entries = reader.NextInteger("number of entries", 0, int.MaxValue);
            reader.EndOfLine("a header of two numbers");
            problems.Add(ReadOne(reader, $"{name}-{k}", size, entries, ScoreSense.Maximise));
        }
        return !reader.NextContent('#') ? problems : throw reader.Error("there is more after the last instance", $"{first} instances");
    }

    /// <summary>Writes one instance in the form of Biq Mac, two equal entries as one.</summary>
    /// <exception cref="ArgumentException">The problem maximises or has a constant, which the form has no word for.</exception>
    public static void Write(string path, QuboProblem problem)
    {
        var form = problem.Form;
        if (problem.Sense != ScoreSense.Minimise || form.Constant != 0)
            throw new ArgumentException($"{problem.Name} maximises or has a constant, which .sparse files have no word for.",
                nameof(problem));
        int[] diagonal = [.. Enumerable.Range(0, form.Size).Where(i => form.Linear[i] != 0)];
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"{form.Size} {diagonal.Length + form.Terms.Count}");
        foreach (int i in diagonal) writer.WriteLine($"{i + 1} {i + 1} {form.Linear[i].ToString("R", CultureInfo.InvariantCulture)}");
        foreach (var (i, j, value) in form.Terms)
            writer.WriteLine($"{i + 1} {j + 1} {(value / 2).ToString("R", CultureInfo.InvariantCulture)}");
    }

    private static QuboProblem ReadOne(LineReader reader, string name, int size, int entries, ScoreSense sense)
    {
        var linear = new double[size];
        var terms = new List<QuadraticTerm>();
        var seen = new HashSet<(int, int)>();
        for (int read = 0; read < entries; read++)
        {
            if (!reader.NextContent('#')) throw reader.Error($"the file ends after {read} of {entries} entries", Form);
            int i = reader.NextItem("variable", size), j = reader.NextItem("variable", size);
            double value = reader.NextNumber("entry");
            reader.EndOfLine(Form);
            if (!seen.Add((Math.Min(i, j), Math.Max(i, j)))) throw reader.Error($"entry {i + 1} {j + 1} is given twice", "each pair once");
            if (i == j) linear[i] = value;
            else terms.Add(new(i, j, 2 * value));
        }
        return new(name, new(linear, terms), sense);
    }
}
