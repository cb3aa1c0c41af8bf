using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Crossbar.Engines;
using Studies;
using Studies.Records;
using Studies.Simulation;

namespace Cli.Verbs;

/// <summary>Runs a SPICE deck on any engine and says how it ended.</summary>
internal sealed class SimulateVerb : StudyVerb<SimulationRecord>
{
    private const int MostRows = 24;
    private readonly CommonOptions _common = new();
    private readonly Argument<string> _deck =
        new("DECK") { Description = "A SPICE deck with a .tran card, such as 'hopfield compile' writes." };

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "Run it on every engine that is here and compare the waveforms.",
    };

    private readonly RecordOptions<SimulationStudy> _tolerance = new RecordOptions<SimulationStudy>()
        .Add(study => study.ToleranceVolts, "V", "Largest difference between engines that --cross-check accepts, in volts.");

    private readonly Option<double?> _kelvin = new("--temperature")
    {
        Description = "Temperature of the noise in kelvin (default 300).",
        HelpName = "T",
    };

    public override string Name => "simulate";
    public override string Summary => "Runs the transient of a SPICE deck; ngspice gets the file unchanged, the other engines read it.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield simulate out/graph/deck.cir",
        "hopfield simulate out/graph/deck.cir --engine ngspice --out out/waves",
        "hopfield simulate out/graph/deck.cir --cross-check",
        "hopfield simulate out/graph/deck.cir --noise thermal,flicker --cross-check",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_deck);
        command.Options.Add(_common.Engine);
        command.Options.Add(_crossCheck);
        _tolerance.AddTo(command);
        command.Options.Add(_kelvin);
        command.Options.Add(_common.Seed);
        _common.Noise.AddTo(command);
    }

    protected override Study<SimulationRecord> Ask(ParseResult parsed)
    {
        var engine = CircuitEngines.Find(parsed.GetValue(_common.Engine) ?? "auto");
        double? kelvin = parsed.GetValue(_kelvin);
        var noise = _common.Noise.Read(parsed, kelvin, "continuous");
        if (noise is null && kelvin is not null) throw new ArgumentException("--temperature is that of the noise, and needs --noise");
        var study = _tolerance.Over(new()
        {
            Deck = DataFile.Of(parsed.GetRequiredValue(_deck)),
            Engine = engine,
            CrossCheck = !parsed.GetValue(_crossCheck) ? null
                : [.. CircuitEngines.All.Where(item => item.Availability.Present && item.Engine.Name != engine.Name).Select(item => item.Engine)],
            Seed = parsed.GetValue(_common.Seed),
        }, parsed);
        return noise is null ? study : study with { Noise = noise.Models, Kelvin = noise.Kelvin, NoiseStepFraction = noise.StepFraction };
    }

    protected override string Title(SimulationRecord record) => record.Problem;

    protected override void Show(SimulationRecord record, Presentation page)
    {
        var (solution, volts) = (record.Solution, record.Solution.Volts);
        page.Say($"{solution.Engine} {solution.EngineVersion}: {solution.Steps} steps to {Quantity.Text(volts.Seconds[^1], "s")} in "
            + $"{Quantity.Text(record.WallSeconds, "s")}; "
            + (record.SettleSeconds is { } time ? $"settled after {Quantity.Text(time, "s")}" : "still moving at the end")
            + $", delivered {Quantity.Text(solution.DeliveredJoules, "J")}, residual {Quantity.Text(solution.ResidualAmperes, "A")}");
        foreach (string warning in solution.Warnings) page.Say($"warning: {warning}");
        var table = new ResultTable("node", "start", "end");
        for (int s = 0; s < Math.Min(MostRows, volts.Names.Length); s++)
            table.Add(volts.Names[s], Quantity.Text(volts.Values[s][0], "V"), Quantity.Text(volts.Values[s][^1], "V"));
        page.Table(table);
        if (volts.Names.Length > MostRows) page.Say($"and {volts.Names.Length - MostRows} more; --json or --out has them all");
        if (record.CrossCheck.Count > 0)
        {
            var against = new ResultTable("engine", "worst |dV|", "at node");
            foreach (var row in record.CrossCheck) against.Add(row.Engine, Quantity.Text(row.WorstVoltsDifference, "V"), row.Node);
            page.Table(against);
        }
        page.File("waveforms.csv", path => WaveformFile.Write(path, volts));
    }

    protected override int Verdict(SimulationRecord record) =>
        record.Solution.Converged && record.Agrees ? ExitCode.Done : ExitCode.NotReached;
}
