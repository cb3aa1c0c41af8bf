using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Files;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Programmed arrays from published fits: how well levels are hit, and what is left of them after a time.</summary>
internal sealed class DeviceLevelsVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string?> _fit = new("FIT")
    {
        Description = "A fit of programming errors; without it all fits are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _targets = new("--targets")
    {
        Description = "Matrix of conductances in siemens (.csv or .npy).",
        HelpName = "FILE",
    };

    private readonly Option<string?> _retention = new("--retention")
    {
        Description = "Law by which the array ages for --after seconds.",
        HelpName = "LAW",
    };

    private readonly Option<double> _after = new("--after")
    {
        Description = "Seconds since programming, with --retention.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
    };

    /// <inheritdoc/>
    public override string Name => "device levels";

    /// <inheritdoc/>
    public override string Summary =>
        "Draws a programmed array from a published fit of level errors and ages it; without a fit, lists them.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device levels",
        "hopfield device levels cai-taox --targets conductances.csv --out out/levels",
        "hopfield device levels aihwkit-pcm --targets g.csv --retention aihwkit-pcm --after 86400 --seed 3",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_fit);
        foreach (var option in (Option[])[_targets, _retention, _after, _common.Seed, _common.Json, _common.Out,
            _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var fits = Catalog.Of<ILevelDistribution>(typeof(ILevelDistribution).Assembly);
        var laws = Catalog.Of<IRetentionLaw>(typeof(IRetentionLaw).Assembly);
        if (parsed.GetValue(_fit) is not { } name)
        {
            var list = new ResultTable("name", "kind", "what it is", "range", "source");
            foreach (var fit in fits)
                list.Add(fit.Name, "levels", fit.Summary,
                    $"{Quantity.Text(fit.LeastSiemens, "S")} … {Quantity.Text(fit.LargestSiemens, "S")}", fit.Source);
            foreach (var law in laws) list.Add(law.Name, "retention", law.Summary, "-", law.Source);
            list.Print();
            return ExitCode.Done;
        }
        var levels = AgingOptions.Find<ILevelDistribution>(name, "fit of levels");
        var retention = parsed.GetValue(_retention) is { } wanted ? AgingOptions.Find<IRetentionLaw>(wanted, "retention law") : null;
        double seconds = Check.NotNegative(parsed.GetValue(_after), "--after", "s");
        if (seconds > 0 && retention is null) throw new ArgumentException("--after needs --retention LAW");
        string path = parsed.GetValue(_targets)
            ?? throw new ArgumentException("--targets FILE is needed: a matrix of conductances in siemens");
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } outFolder ? OutputFile.Folder(outFolder) : null;

        var matrix = MatrixFile.Read(path);
        if (Array.FindIndex(matrix.Values, value => value < 0) is >= 0 and var at)
            throw new InvalidDataException($"{path}: entry [{at / matrix.Columns},{at % matrix.Columns}] is {matrix.Values[at]}; "
                + "expected conductances in siemens, at least 0");
        var key = RandomKey.FromSeed(parsed.GetValue(_common.Seed));
        var programmed = levels.Draw(new ConductanceMatrix(matrix.Rows, matrix.Columns, matrix.Values), key);
        var now = retention?.After(programmed, seconds, key) ?? programmed;
        double[] fresh = ErrorTable.Errors(programmed.Siemens, matrix.Values), errors = ErrorTable.Errors(now.Siemens, matrix.Values);
        if (folder is not null)
            foreach (string output in (string[])["conductances.csv", "conductances.npy"])
                MatrixFile.Write(Path.Combine(folder, output), new Matrix(now.Rows, now.Columns, now.Siemens));
        json?.Write(RecordJson.Of(new
        {
            Levels = levels.Name,
            Retention = retention?.Name,
            AfterSeconds = seconds,
            Seed = parsed.GetValue(_common.Seed),
            MeanErrorSiemens = errors.Average(),
            RootMeanSquareErrorSiemens = ErrorTable.RootMeanSquare(errors),
            FreshRootMeanSquareErrorSiemens = ErrorTable.RootMeanSquare(fresh),
            Siemens = now.Siemens,
            Version = ProgramVersion.Text,
        }));
        if (!parsed.GetValue(_common.Quiet))
        {
            var table = ErrorTable.Empty();
            ErrorTable.Add(table, "as programmed", programmed.Siemens, matrix.Values);
            if (retention is not null) ErrorTable.Add(table, $"after {seconds.ToString("g6", CultureInfo.InvariantCulture)} s", now.Siemens,
                matrix.Values);
            table.Print();
            if (folder is not null) Console.Out.WriteLine($"conductances: {folder}");
        }
        return ExitCode.Done;
    }
}
