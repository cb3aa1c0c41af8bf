using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Hopfield.Files;
using Hopfield.Sampling;
using Studies;
using Studies.Boltzmann;

namespace Cli.Verbs;

/// <summary>Trains a Boltzmann machine on pictures.</summary>
internal sealed class BoltzmannTrainVerb : StudyVerb<TrainingRecord>
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();

    private readonly RecordOptions<TrainingStudy> _machine = new RecordOptions<TrainingStudy>()
        .Add(study => study.Hidden, "N", "Hidden spins of a restricted machine; 0 for a fully visible one.");

    private readonly RecordOptions<ContrastiveDivergence> _training = new RecordOptions<ContrastiveDivergence>()
        .Add(p => p.LearningRate, "R", "Learning rate of the first epoch; it falls linearly.", "--rate")
        .Add(p => p.Epochs, "N", "Passes over the pictures.")
        .Add(p => p.Sweeps, "K", "Gibbs sweeps per learning step: the k of CD-k.")
        .Add(p => p.BatchSize, "N", "Pictures per learning step.", "--batch")
        .Add(p => p.IsPersistent, "", "Sweep chains that go on from step to step instead of restarting at the pictures.", "--persistent");

    public override string Name => "boltzmann train";

    public override string Summary =>
        "Trains a restricted or fully visible Boltzmann machine on pictures by contrastive divergence; Ctrl-C keeps what it has learned.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield boltzmann train --out letters",
        "hopfield boltzmann train --patterns mnist-train --count 2000 --hidden 64 --epochs 30 --persistent --out digits",
        "hopfield boltzmann train --hidden 0 --sweeps 5 --out visible",
    ];

    protected override void DefineOptions(Command command)
    {
        _patterns.AddTo(command);
        _machine.AddTo(command);
        _training.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<TrainingRecord> Ask(ParseResult parsed)
    {
        if (parsed.GetValue(Output.Out) is null)
            throw new ArgumentException("--out is missing; expected a folder for the trained machine, such as --out letters");
        return _machine.Over(new()
        {
            Patterns = _patterns.Read(parsed),
            Training = _training.Read(parsed),
            Seed = parsed.GetValue(_common.Seed),
        }, parsed);
    }

    protected override string Title(TrainingRecord record) => $"Boltzmann machine of {record.Patterns} pictures";

    protected override void Show(TrainingRecord record, Presentation page) =>
        page.File("machine.json", path => BoltzmannFolder.Write(Path.GetDirectoryName(path)!, record.Trained, record.Pictures.Width,
                record.Pictures.Height))
            .Table(Table(record)).Figures(TrainingFigures.Of(record))
            .Say("The machine is beside the report; 'hopfield boltzmann sample' and 'boltzmann recall' read the folder.", onPage: false);

    private static ResultTable Table(TrainingRecord record)
    {
        string Last(Func<TrainingEpoch, double> figure) => record.Epochs.Count == 0 || double.IsNaN(figure(record.Epochs[^1])) ? "-"
            : figure(record.Epochs[^1]).ToString("f4");

        return new ResultTable("machine", "visible", "hidden", "epochs", "error of a sweep", "pseudo-log-likelihood per pixel",
            "log-likelihood per picture", "by")
            .Add(record.Machine, $"{record.Visible}", $"{record.Hidden}", $"{record.Epochs.Count}", Last(epoch => epoch.Error),
                Last(epoch => epoch.PseudoLogLikelihood), Text(record.Likelihood), record.Likelihood?.Method ?? "-");
    }

    /// <summary>The figure with its error in the last digits that it allows.</summary>
    private static string Text(Likelihood? likelihood) => likelihood switch
    {
        null => "-",
        { RelativeError: 0 } => likelihood.LogLikelihood.ToString("f3"),
        _ => $"{likelihood.LogLikelihood:f1} ± {Math.Max(likelihood.RelativeError, 0.1):f1}",
    };
}
