using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Crossbar.Devices;
using Crossbar.Noise;
using Crossbar.Programming;
using Hopfield.Numerics;
using Plots;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Samples noise of a cell and holds its spectrum against what the models state.</summary>
internal sealed class NoisePsdVerb : Verb
{
    private const int Cells = 256, SegmentsPerCell = 4, BandsPerDecade = 12;
    private const double MostErrors = 4.5; // false alarm 2e-4 for thirty bands
    private readonly CommonOptions _common = new();

    private readonly Option<string?> _device = new("--device")
    {
        Description = "A device from 'hopfield device list': its conductance at --volts, in a fresh cell or, with --conductance, in the state that has it.",
        HelpName = "NAME",
    };

    private readonly Option<double?> _conductance = new("--conductance")
    {
        Description = "Conductance of the cell in siemens; 20e-6 without a device.",
        HelpName = "G",
    };

    private readonly Option<double> _volts = new("--volts")
    {
        Description = "Voltage across the cell.",
        HelpName = "V",
        DefaultValueFactory = _ => 0.2,
    };

    private readonly Option<double> _kelvin = new("--temperature")
    {
        Description = "Temperature in kelvin.",
        HelpName = "T",
        DefaultValueFactory = _ => 300,
    };

    private readonly Option<double> _step = new("--step-seconds")
    {
        Description = "Time between samples.",
        HelpName = "H",
        DefaultValueFactory = _ => 1e-9,
    };

    private readonly Option<int> _segment = new("--samples")
    {
        Description = "Samples in a record, a power of two: the spectrum reaches from 8/(N H) to 1/(2 H).",
        HelpName = "N",
        DefaultValueFactory = _ => 8192,
    };

    private readonly Option<string> _kinds = new("--kinds")
    {
        Description = "The noise: names from 'hopfield noise list', separated by commas, or 'all'.",
        HelpName = "KINDS",
        DefaultValueFactory = _ => "thermal,shot,flicker,rtn",
    };

    private readonly Option<string?> _parameters = new("--parameters")
    {
        Description = "JSON file with parameters of the one noise that --kinds names, such as { \"lowHertz\": 10 }.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    public override string Name => "noise psd";

    /// <inheritdoc/>
    public override string Summary => "Samples the noise of a cell and compares its spectrum with theory: table, CSV and figure.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield noise psd --conductance 20e-6",
        "hopfield noise psd --device stanford-pku --conductance 1e-4 --volts 0.1 --kinds thermal,flicker --out out/noise",
        "hopfield noise psd --kinds rtn --parameters mine.json --step-seconds 1e-8",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _device.CompletionSources.Add([.. DeviceCatalog.All.Select(device => device.Name)]);
        foreach (var option in (Option[])[_device, _conductance, _volts, _kelvin, _kinds, _parameters, _step, _segment, _common.Seed,
            _common.Json, _common.Out, _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        var at = Point(parsed);
        double step = Check.Positive(parsed.GetValue(_step), "--step-seconds", "s");
        int segment = parsed.GetValue(_segment);
        if (segment is < 256 or > 1 << 20 || !System.Numerics.BitOperations.IsPow2(segment))
            throw new ArgumentException($"--samples must be a power of two from 256 to {1 << 20}, not {segment}");
        var spectra = new List<Spectrum>();
        foreach (var model in Kinds(parsed))
        {
            var sites = new NoiseSites
            {
                Siemens = [.. Enumerable.Repeat(at.Siemens, Cells)],
                StepSeconds = step,
                Kelvin = at.Kelvin,
                Key = RandomKey.FromSeed(parsed.GetValue(_common.Seed)).Fold("psd"),
            };
            var bands = NoiseSpectrum.Estimate(model, at, sites, segment, SegmentsPerCell, BandsPerDecade, cancellation);
            spectra.Add(new(model, at, step, bands));
        }
        if (folder is not null) Write(folder, at, spectra);
        json?.Write(RecordJson.Of(new
        {
            at.Siemens,
            at.Volts,
            at.Kelvin,
            StepSeconds = step,
            Noise = spectra.Select(s => new { s.Model.Name, s.Unit, Worst = s.Worst, s.Agrees, Bands = s.Rows() }),
            Version = ProgramVersion.Text,
        }));
        if (!parsed.GetValue(_common.Quiet)) Print(at, spectra, folder);
        return spectra.All(s => s.Agrees) ? ExitCode.Done : ExitCode.NotReached;
    }

    private NoisePoint Point(ParseResult parsed)
    {
        double volts = Check.Finite(parsed.GetValue(_volts), "--volts", "V"), kelvin = Check.Positive(parsed.GetValue(_kelvin),
            "--temperature", "K");
        double? siemens = parsed.GetValue(_conductance) is { } given ? Check.Positive(given, "--conductance", "S") : null;
        if (parsed.GetValue(_device) is not { } name) return new(siemens ?? 20e-6, volts, kelvin);
        var device = DeviceCatalog.Find(name);
        double magnitude = Check.InRange(Math.Abs(volts), 1e-6, device.LargestVolts, $"--volts of device {name}", "V");
        double[] states = siemens is { } target ? ConductanceRange.StatesFor(device, target, magnitude) : device.FreshStates();
        return new(ConductanceRange.At(device, magnitude, states), volts, kelvin);
    }

    private IReadOnlyList<INoiseModel> Kinds(ParseResult parsed)
    {
        var models = NoiseOptions.Models(parsed.GetValue(_kinds));
        if (parsed.GetValue(_parameters) is not { } path) return models;
        if (models.Count != 1) throw new ArgumentException("--parameters needs --kinds with one noise, whose parameters they are");
        return [(INoiseModel)Studies.Records.Parameters.Over(models[0], ParametersFile.Read(path), path)];
    }

    private static void Write(string folder, NoisePoint at, List<Spectrum> spectra)
    {
        foreach (var spectrum in spectra)
        {
            using var writer = new StreamWriter(Path.Combine(folder, spectrum.Model.Name + ".csv")) { NewLine = "\n" };
            writer.WriteLine($"# hertz,sampled in {spectrum.Unit},standard error,theory of the samples,theory of the process");
            foreach (var row in spectrum.Rows())
                writer.WriteLine(string.Join(',', ((double[])[row.Hertz, row.Sampled, row.StandardError, row.Theory, row.Process])
                    .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        }
        foreach (var group in spectra.GroupBy(s => s.Model.Place == NoisePlace.Cell))
            DeviceFiles.WriteFigure(folder, group.Key ? "psd" : "psd-inputs", Figure(at, [.. group]));
    }

    private static LineFigure Figure(NoisePoint at, IReadOnlyList<Spectrum> spectra) => new()
    {
        Title = spectra[0].Model.Place != NoisePlace.Cell ? "Noise of inputs: samples (dots) and theory (lines)"
            : $"Noise of a cell of {Quantity.Text(at.Siemens, "S")} at {Quantity.Text(at.Volts, "V")}, {at.Kelvin:g4} K: samples (dots) and theory (lines)",
        X = new("frequency", "Hz", IsLogarithmic: true),
        Y = new($"one-sided density in {spectra[0].Unit}", "", IsLogarithmic: true),
        Series = [.. spectra.SelectMany((s, k) => new[]
        {
            new LineSeries(s.Model.Name, [.. s.Rows().Select(r => r.Hertz)], [.. s.Rows().Select(r => r.Theory)]) { Colour = k },
            new LineSeries(null, [.. s.Rows().Select(r => r.Hertz)], [.. s.Rows().Select(r => r.Sampled)],
                SeriesStyle.Markers) { Colour = k },
        })],
    };

    private static void Print(NoisePoint at, List<Spectrum> spectra, string? folder)
    {
        Console.Out.WriteLine($"cell of {Quantity.Text(at.Siemens, "S")} at {Quantity.Text(at.Volts, "V")}, {at.Kelvin.ToString("g6",
            CultureInfo.InvariantCulture)} K; {Cells} cells, {SegmentsPerCell} records each");
        var table = new ResultTable("noise", "density at the lowest band", "theory", "at the highest", "theory", "bands",
            "worst, standard errors", "verdict");
        foreach (var s in spectra)
        {
            var rows = s.Rows();
            table.Add(s.Model.Name, Number(rows[0].Sampled), Number(rows[0].Theory), Number(rows[^1].Sampled), Number(rows[^1].Theory),
                $"{rows.Count}", s.Worst.ToString("f2", CultureInfo.InvariantCulture), s.Agrees ? "as stated" : "not as stated");
        }
        table.Print();
        if (folder is not null) Console.Out.WriteLine($"spectra and figure: {folder}");
    }

    private static string Number(double value) => value.ToString("g4", CultureInfo.InvariantCulture);

    /// <summary>One noise with its estimate.</summary>
    private sealed record Spectrum(INoiseModel Model, NoisePoint At, double Step, IReadOnlyList<SpectrumBand> Bands)
    {
        public string Unit => Model.Place == NoisePlace.Cell ? "A²/Hz" : "V²/Hz";

        /// <summary>Largest deviation of a band in standard errors; bands in a zero of the spectrum hold only what the window smears
        /// there.</summary>
        public double Worst => Bands.Where(band => band.Hertz.Average(Theory) > 0.05 * Theory(0)
            || Model.Name != "read").Max(band => Math.Abs(band.Deviations(Theory)));

        public bool Agrees => Worst < MostErrors;

        public IReadOnlyList<BandRow> Rows() => [.. Bands.Select(band => new BandRow(band.MiddleHertz, band.Density, band.StandardError,
            band.Hertz.Average(Theory), band.Hertz.Average(f => Model.Density(At, f))))];

        private double Theory(double hertz) => Model.SampledDensity(At, hertz, Step);
    }

    private sealed record BandRow(double Hertz, double Sampled, double StandardError, double Theory, double Process);
}
