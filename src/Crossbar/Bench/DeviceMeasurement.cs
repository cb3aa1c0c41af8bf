using Hopfield.Files;

namespace Crossbar.Bench;

/// <summary>A measured current of one device.</summary>
/// <param name="Seconds">Times, s, increasing.</param>
/// <param name="Volts">Applied voltage at each, V.</param>
/// <param name="Amperes">Current at each, A.</param>
public sealed record DeviceMeasurement(double[] Seconds, double[] Volts, double[] Amperes)
{
    /// <summary>Root mean square of the current, A.</summary>
    public double RootMeanSquareAmperes => Math.Sqrt(Amperes.Average(i => i * i));

    /// <summary>Reads rows of seconds, volts, amperes; a line of names may come first.</summary>
    /// <exception cref="InvalidDataException">The file holds something else, or times that do not increase.</exception>
    public static DeviceMeasurement Read(string path)
    {
        var data = CsvFile.Read(path, allowHeading: true);
        if (data.Columns != 3) throw new InvalidDataException($"{path}: rows of {data.Columns} columns; expected seconds, volts, amperes");
        double[] seconds = Column(0);
        for (int r = 1; r < seconds.Length; r++)
            if (!(seconds[r] > seconds[r - 1]))
                throw new InvalidDataException(
                    $"{path}: row {r + 1} of the data is at {seconds[r]} s after {seconds[r - 1]} s; expected increasing times");
        return new(seconds, Column(1), Column(2));

        double[] Column(int c) => [.. Enumerable.Range(0, data.Rows).Select(r => data[r, c])];
    }
}
