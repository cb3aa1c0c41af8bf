using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Numbers;

/// <summary>Reads lists of whole numbers, any number of them on a line; lines that start with # are comments.</summary>
public sealed class NumberReader : IProblemReader
{
    public string Name => "numbers";
    public string Summary => "numbers to be split into two equal sums";
    public IReadOnlyList<string> Extensions { get; } = [".numbers", ".npp"];
    public string Example => "# a list\n25 7 13\n31 42 17 21 10\n";

    /// <summary>Never: numbers alone may mean anything.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => ReadNumbers(path);

    /// <summary>Reads the numbers of a file of any name.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A number is not whole, not positive or too large, or there is none.</exception>
    public static NumberPartitionProblem ReadNumbers(string path)
    {
        using var reader = new LineReader(path);
        var numbers = new List<double>();
        double sum = 0;
        while (reader.NextContent('#'))
            while (reader.NextToken(out var token))
            {
                double number = reader.ParseNumber(token, "number");
                if (number <= 0 || number != Math.Round(number))
                    throw reader.Error($"number is '{token}'", "a whole number greater than 0");
                sum += number;
                if (sum > NumberPartitionProblem.LargestSum)
                    throw reader.Error("the sum of the numbers passes 2^53", "a sum that is exact in double precision");
                numbers.Add(number);
            }
        return numbers.Count > 0 ? new(Path.GetFileNameWithoutExtension(path), numbers)
            : throw reader.Error("the file holds no numbers", "whole numbers");
    }

    public void Write(string path, IProblem problem) => File.WriteAllText(path,
        string.Concat(problem.As<NumberPartitionProblem>(this)
            .Numbers.Select(number => number.ToString("f0", CultureInfo.InvariantCulture) + "\n")));
}
