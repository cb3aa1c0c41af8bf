using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Output;
using Crossbar.Devices;
using Hopfield.Files;
using Hopfield.Numerics;
using Plots;

namespace Cli.Verbs;

/// <summary>Fits a device's parameters to a measurement.</summary>
public sealed class DeviceFitVerb : Verb
{
    /// <summary>Part of the rms current that a good fit does not leave over (our choice).</summary>
    private const double PoorFit = 0.1;

    private readonly CommonOptions _common = new();
    private readonly DeviceOptions _device = new();
    private readonly Option<string> _data = new("--data")
    {
        Description = "CSV with rows 'seconds, volts, amperes', times increasing; a line of column names may come first.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _vary = new("--vary")
    {
        Description = "Parameters to fit, as name or name=low:high; without bounds a hundredth to a hundred times the start.",
        HelpName = "NAME[=LOW:HIGH]",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
    };

    /// <inheritdoc/>
    public override string Name => "device fit";

    /// <inheritdoc/>
    public override string Summary =>
        "Fits parameters of a memristor model to a measured current: values with uncertainties, residuals, figure.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device fit linear-ion-drift --data measured.csv --vary onOhms offOhms",
        "hopfield device fit yakopcic --data measured.csv --vary positivePerSecond=1e3:1e5 positiveVolts --out out/fit",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_device.Name);
        foreach (var option in (Option[])[_data, _vary, _device.Parameters, _common.Json, _common.Out,
            _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var device = _device.Read(parsed);
        string path = parsed.GetRequiredValue(_data);
        var data = CsvFile.Read(path, allowHeading: true);
        if (data.Columns != 3) throw new InvalidDataException($"{path}: rows of {data.Columns} columns; expected seconds, volts, amperes");
        double[] Column(int c) => [.. Enumerable.Range(0, data.Rows).Select(r => data[r, c])];
        double[] seconds = Column(0), volts = Column(1), amperes = Column(2);
        for (int r = 1; r < seconds.Length; r++)
            if (!(seconds[r] > seconds[r - 1])) throw new InvalidDataException($"{path}: row {r + 1} of the data is at {seconds[r]} s "
                + $"after {seconds[r - 1]} s; expected increasing times");
        var vary = (parsed.GetValue(_vary) ?? []).Select(Parse).ToList();
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;

        var fit = DeviceFit.Run(device, vary, seconds, volts, amperes, cancellation);
        if (folder is not null) Write(folder, fit, seconds, volts, amperes);
        json?.Write(JsonText.Of(new
        {
            Device = device.Name,
            device.Source,
            Data = path,
            fit.Parameters,
            fit.RootMeanSquareAmperes,
            RelativeResidual = RelativeResidual(fit, amperes),
            fit.Iterations,
            fit.Converged,
            Version = AppVersion.Text,
        }));
        if (!parsed.GetValue(_common.Quiet)) Print(fit, amperes, folder);
        return fit.Converged ? ExitCode.Done : ExitCode.NotReached;
    }

    private static (string Name, Interval? Bounds) Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        if (parts.Length == 1) return (parts[0], null);
        string[] ends = parts[1].Split(':');
        return ends.Length == 2 && Number(ends[0], out double low) && Number(ends[1], out double high) && low < high
            ? (parts[0], new Interval(low, high))
                : throw new ArgumentException($"--vary {text}: expected name=low:high with two numbers, the lower first");

        static bool Number(string word, out double value) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture,
            out value) && double.IsFinite(value);
    }

    private static void Write(string folder, DeviceFitResult fit, double[] seconds, double[] volts, double[] amperes)
    {
        double[] residuals = [.. fit.Amperes.Zip(amperes, (model, data) => model - data)];
        DeviceFiles.WriteFigure(folder, "fit", new LineFigure
        {
            Title = $"{fit.Device.Name}: measured and fitted current",
            X = new("voltage", "V"),
            Y = new("current", "A"),
            Series = [new("measured", volts, amperes, SeriesStyle.Markers), new("fitted", volts, fit.Amperes)],
        }, hasOwnTable: true);
        DeviceFiles.WriteFigure(folder, "residuals", new LineFigure
        {
            Title = $"{fit.Device.Name}: fitted minus measured current",
            X = new("time", "s"),
            Y = new("residual", "A"),
            Series = [new("residual", seconds, residuals, SeriesStyle.Markers)],
            References = [new(0, "")],
        });
        // A file that --parameters takes.
        File.WriteAllText(Path.Combine(folder, "parameters.json"),
            JsonText.Of(fit.Parameters.ToDictionary(p => DeviceOptions.JsonName(p.Name), p => p.Value)));
        var rows = Enumerable.Range(0, seconds.Length).SelectMany(k => new[] { seconds[k], volts[k], amperes[k], fit.Amperes[k] });
        MatrixFile.Write(Path.Combine(folder, "fit.csv"), new Matrix(seconds.Length, 4, [.. rows]));
    }

    private static void Print(DeviceFitResult fit, double[] amperes, string? folder)
    {
        var table = new ResultTable("parameter", "start", "fitted", "standard error", "at bound");
        foreach (var p in fit.Parameters)
            table.Add(DeviceOptions.JsonName(p.Name), Text(p.Start), Text(p.Value), double.IsFinite(p.StandardError)
                ? Text(p.StandardError) : "-", p.IsAtBound ? "yes" : "no");
        table.Print();
        double relative = RelativeResidual(fit, amperes) ?? 0;
        Console.Out.WriteLine($"rms residual {Quantity.Text(fit.RootMeanSquareAmperes, "A")} ({relative:p2} of the rms current), "
            + $"{fit.Iterations} iterations, {(fit.Converged ? "converged" : "not converged")}");
        if (relative > PoorFit)
            Console.Out.WriteLine("a poor fit: these parameters do not describe the data; vary others, begin elsewhere (--parameters, bounds), or take another device");
        if (folder is not null) Console.Out.WriteLine($"figures, table and parameters: {folder}");
    }

    /// <summary>Null where the data hold no current.</summary>
    private static double? RelativeResidual(DeviceFitResult fit, double[] amperes)
    {
        double scale = Math.Sqrt(amperes.Average(i => i * i));
        return scale > 0 ? fit.RootMeanSquareAmperes / scale : null;
    }

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
