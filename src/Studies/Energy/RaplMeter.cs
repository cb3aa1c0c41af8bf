using System.Diagnostics;
using System.Globalization;

namespace Studies.Energy;

/// <summary>Energy counter of the processor package (Running Average Power Limit), where the system shows it: joules between two readings.
/// Source: Intel SDM vol. 3B, section 15.10; Linux powercap interface.</summary>
internal sealed class RaplMeter
{
    private readonly string _counter;
    private readonly double _range;

    private RaplMeter(string folder)
    {
        _counter = Path.Combine(folder, "energy_uj");
        _range = Read(Path.Combine(folder, "max_energy_range_uj"));
    }

    /// <summary>The meter of the first package; null where the system has none or does not let us read it.</summary>
    internal static RaplMeter? Find(string folder = "/sys/class/powercap/intel-rapl:0")
    {
        try
        {
            var meter = new RaplMeter(folder);
            _ = meter.Microjoules();
            return meter;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Joules of the package while the work runs, less what it takes when idle, measured for a second before.</summary>
    internal double JoulesOf(Action work)
    {
        var clock = Stopwatch.StartNew();
        double before = Microjoules();
        Thread.Sleep(1000);
        double idleWatts = Difference(before, Microjoules()) / clock.Elapsed.TotalSeconds;
        clock.Restart();
        before = Microjoules();
        work();
        return Math.Max(0, Difference(before, Microjoules()) - idleWatts * clock.Elapsed.TotalSeconds);
    }

    private double Microjoules() => Read(_counter);

    // The counter wraps.
    private double Difference(double from, double to) => 1e-6 * (to >= from ? to - from : to - from + _range);

    private static double Read(string path) => double.Parse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture);
}
