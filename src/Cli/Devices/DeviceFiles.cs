using System.Globalization;
using Cli.Output;
using Crossbar.Devices;
using Plots;

namespace Cli.Devices;

/// <summary>A device's waveforms and figures as files.</summary>
internal static class DeviceFiles
{
    /// <summary>Times, voltages, currents and states, one row a step; the heading is a comment, so that our own readers take it.</summary>
    internal static void WriteTrace(string path, IDeviceModel device, DeviceTrace trace)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"# seconds,{string.Join(',', trace.Waves.Names.Select((name, k) => k < 2 || device.States[k - 2].Unit.Length == 0
            ? name : $"{name} in {device.States[k - 2].Unit}"))}");
        for (int k = 0; k < trace.Seconds.Length; k++)
            writer.WriteLine(string.Join(',', trace.Waves.Values.Select(values => values[k]).Prepend(trace.Seconds[k])
                .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }

    /// <summary>Current against voltage.</summary>
    internal static LineFigure Loop(IDeviceModel device, IEnumerable<(string Name, DeviceTrace Trace)> traces) => new()
    {
        Title = $"{device.Name}: current against voltage",
        X = new("voltage", "V"),
        Y = new("current", "A"),
        Series = [.. traces.Select(t => new LineSeries(t.Name, t.Trace.Volts, t.Trace.Amperes))],
    };

    /// <summary>One state over time.</summary>
    internal static LineFigure State(IDeviceModel device, int index, IEnumerable<(string Name, DeviceTrace Trace)> traces) => new()
    {
        Title = $"{device.Name}: {device.States[index].Name} over time",
        X = new("time", "s"),
        Y = new(device.States[index].Name, device.States[index].Unit),
        Series = [.. traces.Select(t => new LineSeries(t.Name, t.Trace.Seconds, t.Trace.State(index)))],
    };

    /// <summary>Writes a figure and, unless the verb writes a table of that name itself, its numbers.</summary>
    internal static void WriteFigure(string folder, string name, Figure figure, bool hasOwnTable = false) =>
        FigureFiles.Write(folder, name, figure, hasOwnTable: hasOwnTable);

    /// <summary>"position 0 … 3 nm" for listings.</summary>
    internal static string Describe(DeviceState state) => state.Unit.Length == 0
        ? $"{state.Name} {Number(state.Low)} … {Number(state.High)}"
        : $"{state.Name} {Quantity.Text(state.Low, state.Unit)} … {Quantity.Text(state.High, state.Unit)}";

    private static string Number(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
