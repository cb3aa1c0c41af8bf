using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Studies;
using Studies.Devices;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Programmed arrays from published fits: how well levels are hit, and what is left of them after a time.</summary>
internal sealed class DeviceLevelsVerb : StudyVerb<DeviceLevelsRecord>
{
    private readonly CommonOptions _common = new();
    private readonly AgingOptions _aging = new("Law by which the array ages for --after seconds.");
    private readonly RecordOptions<DeviceLevelsStudy> _after = new RecordOptions<DeviceLevelsStudy>()
        .Add(study => study.AfterSeconds, "SECONDS", "Seconds since programming, with --retention.", "--after");

    private readonly Argument<string> _fit =
        new("FIT") { Description = "A fit of programming errors, as 'hopfield list levels' shows it." };

    private readonly Option<string> _targets = new("--targets")
    {
        Required = true,
        Description = "Matrix of conductances in siemens (.csv or .npy).",
        HelpName = "FILE",
    };

    public override string Name => "device levels";

    public override string Summary =>
        "Draws a programmed array from a published fit of level errors and ages it.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device levels cai-taox --targets conductances.csv --out out/levels",
        "hopfield device levels aihwkit-pcm --targets g.csv --retention aihwkit-pcm --after 86400 --seed 3",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_fit);
        command.Options.Add(_targets);
        command.Options.Add(_aging.Retention);
        _after.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<DeviceLevelsRecord> Ask(ParseResult parsed) => _after.Over(new()
    {
        Levels = AgingOptions.FindLevels(parsed.GetRequiredValue(_fit)),
        Retention = _aging.ReadRetention(parsed),
        Targets = DataFile.Of(parsed.GetRequiredValue(_targets)),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(DeviceLevelsRecord record) => $"An array drawn from {record.Levels}";

    protected override void Show(DeviceLevelsRecord record, Presentation page)
    {
        var stages = new List<(string, double[])> { ("as programmed", record.Fresh.Siemens) };
        if (record.Retention is not null)
            stages.Add(($"after {record.AfterSeconds.ToString("g6", CultureInfo.InvariantCulture)} s", record.Siemens));
        page.Table(ErrorTable.Of(record.Targets.Siemens, stages)).Matrices(record.Array.Rows, record.Array.Columns, record.Siemens);
    }
}
