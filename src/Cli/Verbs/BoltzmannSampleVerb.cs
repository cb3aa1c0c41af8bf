using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Hopfield.Model;
using Studies;
using Studies.Boltzmann;

namespace Cli.Verbs;

/// <summary>Draws pictures from a trained Boltzmann machine.</summary>
internal sealed class BoltzmannSampleVerb : StudyVerb<SampleRecord>
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _machine = new("DIR") { Description = "Folder that 'boltzmann train --out' wrote." };

    private readonly RecordOptions<SampleStudy> _drawing = new RecordOptions<SampleStudy>()
        .Add(study => study.Count, "N", "Pictures to draw.")
        .Add(study => study.Sweeps, "N", "Gibbs sweeps of each picture, from random pixels.");

    public override string Name => "boltzmann sample";
    public override string Summary => "Draws pictures from a trained Boltzmann machine by Gibbs sampling.";
    public override IReadOnlyList<string> Examples => ["hopfield boltzmann sample letters --count 40 --out dreams"];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_machine);
        _drawing.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<SampleRecord> Ask(ParseResult parsed) => _drawing.Over(new()
    {
        Machine = TrainedMachine.In(parsed.GetRequiredValue(_machine)),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(SampleRecord record) => "Pictures from a Boltzmann machine";

    protected override void Show(SampleRecord record, Presentation page) =>
        page.Table(new ResultTable("pictures", "sweeps", "distinct", "mean free energy", "mean ink").Add($"{record.States.Count}",
                $"{record.Sweeps}", $"{record.States.Select(state => string.Join(',', state)).Distinct().Count()}",
                record.FreeEnergies.Average().ToString("g5"), record.States.Average(state => state.Count(spin => spin > 0)).ToString("g4")))
            .Figure(TrainingFigures.Pictures("samples", "Pictures sampled from the machine", record.Width, record.Height,
                [.. record.States.Select((state, k) => ($"F = {record.FreeEnergies[k]:g4}", Spins.ToActivations(state)))],
                $"Each began as noise and took {record.Sweeps} Gibbs sweeps. F is the free energy: the lower, the more likely."));
}
