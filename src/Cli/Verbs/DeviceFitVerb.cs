using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Output;
using Studies;
using Studies.Devices;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Fits a device's parameters to a measurement.</summary>
internal sealed class DeviceFitVerb : StudyVerb<DeviceFitRecord>
{
    /// <summary>Part of the rms current that a good fit does not leave over (our choice).</summary>
    private const double PoorFit = 0.1;

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

    public override string Name => "device fit";

    public override string Summary =>
        "Fits parameters of a memristor model to a measured current: values with uncertainties, residuals, figure.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device fit linear-ion-drift --data measured.csv --vary onOhms offOhms",
        "hopfield device fit yakopcic --data measured.csv --vary positivePerSecond=1e3:1e5 positiveVolts --out out/fit",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_vary);
        _device.AddTo(command);
    }

    protected override Study<DeviceFitRecord> Ask(ParseResult parsed) => new DeviceFitStudy
    {
        Device = _device.Read(parsed),
        Data = DataFile.Of(parsed.GetRequiredValue(_data)),
        Vary = [.. (parsed.GetValue(_vary) ?? []).Select(Parse)],
    };

    protected override string Title(DeviceFitRecord record) => $"{record.Device} fitted to a measurement";

    protected override void Show(DeviceFitRecord record, Presentation page)
    {
        var table = new ResultTable("parameter", "start", "fitted", "standard error", "at bound");
        foreach (var p in record.Parameters)
            table.Add(DeviceOptions.JsonName(p.Name), Text(p.Start), Text(p.Value), double.IsFinite(p.StandardError)
                ? Text(p.StandardError) : "-", p.IsAtBound ? "yes" : "no");
        double relative = record.RelativeResidual ?? 0;
        page.Table(table).Say($"rms residual {Quantity.Text(record.RootMeanSquareAmperes, "A")} ({relative:p2} of the rms current), "
            + $"{record.Iterations} iterations, {(record.Converged ? "converged" : "not converged")}");
        if (relative > PoorFit)
            page.Say("a poor fit: these parameters do not describe the data; vary others, begin elsewhere (--parameters, bounds), "
                + "or take another device");
        page.Figures(FitFigures.Of(record))
            // A file that --parameters takes.
            .File("parameters.json", path => File.WriteAllText(path,
                RecordJson.Of(record.Parameters.ToDictionary(p => DeviceOptions.JsonName(p.Name), p => p.Value))))
            .File("fit.csv", path => FitFigures.Write(path, record));
    }

    protected override int Verdict(DeviceFitRecord record) => record.Converged ? ExitCode.Done : ExitCode.NotReached;

    private static VariedParameter Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        if (parts.Length == 1) return new(parts[0]);
        string[] ends = parts[1].Split(':');
        return ends.Length == 2 && Number(ends[0], out double low) && Number(ends[1], out double high) && low < high
            ? new(parts[0], low, high)
            : throw new ArgumentException($"--vary {text}: expected name=low:high with two numbers, the lower first");

        static bool Number(string word, out double value) =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
