using System.Globalization;
using Hopfield.Model;

namespace Cli.Reports;

/// <summary>Waveforms as CSV, one row a time.</summary>
internal static class WaveformFile
{
    internal static void Write(string path, Waveforms waves)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("seconds," + string.Join(',', waves.Names));
        for (int k = 0; k < waves.Seconds.Length; k++)
            writer.WriteLine(string.Join(',', waves.Values.Select(values => values[k]).Prepend(waves.Seconds[k])
                .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}
