using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Files;
using Hopfield.Numerics;
using Hopfield.Sampling;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Trains a Boltzmann machine on pictures.</summary>
internal sealed class BoltzmannTrainVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();

    private readonly Option<int> _hidden = new("--hidden")
    {
        Description = "Hidden spins of a restricted machine; 0 for a fully visible one.",
        HelpName = "N",
        DefaultValueFactory = _ => 16,
    };

    private readonly Option<double> _rate = new("--rate")
    {
        Description = "Learning rate of the first epoch; it falls linearly.",
        HelpName = "R",
        DefaultValueFactory = _ => new ContrastiveDivergence().LearningRate,
    };

    private readonly Option<int> _epochs = new("--epochs")
    {
        Description = "Passes over the pictures.",
        HelpName = "N",
        DefaultValueFactory = _ => new ContrastiveDivergence().Epochs,
    };

    private readonly Option<int> _sweeps = new("--sweeps")
    {
        Description = "Gibbs sweeps per learning step: the k of CD-k.",
        HelpName = "K",
        DefaultValueFactory = _ => new ContrastiveDivergence().Sweeps,
    };

    private readonly Option<int> _batch = new("--batch")
    {
        Description = "Pictures per learning step.",
        HelpName = "N",
        DefaultValueFactory = _ => new ContrastiveDivergence().BatchSize,
    };

    private readonly Option<bool> _persistent = new("--persistent")
    {
        Description = "Sweep chains that go on from step to step instead of restarting at the pictures.",
    };

    /// <inheritdoc/>
    public override string Name => "boltzmann train";

    /// <inheritdoc/>
    public override string Summary =>
        "Trains a restricted or fully visible Boltzmann machine on pictures by contrastive divergence; Ctrl-C keeps what it has learned.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield boltzmann train --out letters",
        "hopfield boltzmann train --patterns mnist-train --count 2000 --hidden 64 --epochs 30 --persistent --out digits",
        "hopfield boltzmann train --hidden 0 --sweeps 5 --out visible",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _patterns.AddTo(command);
        foreach (var option in (Option[])[_hidden, _rate, _epochs, _sweeps, _batch, _persistent, _common.Seed, _common.Json, _common.Out,
            _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = OutputFile.Folder(parsed.GetValue(_common.Out)
            ?? throw new ArgumentException("--out is missing; expected a folder for the trained machine, such as --out letters"));
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        ulong seed = parsed.GetValue(_common.Seed);
        var key = RandomKey.FromSeed(seed).Fold("boltzmann");
        bool isQuiet = parsed.GetValue(_common.Quiet);
        int hidden = Check.AtLeast(parsed.GetValue(_hidden), 0, "--hidden");
        var training = new ContrastiveDivergence
        {
            LearningRate = Check.Positive(parsed.GetValue(_rate), "--rate"),
            Epochs = Check.AtLeast(parsed.GetValue(_epochs), 1, "--epochs"),
            Sweeps = Check.AtLeast(parsed.GetValue(_sweeps), 1, "--sweeps"),
            BatchSize = Check.AtLeast(parsed.GetValue(_batch), 1, "--batch"),
            IsPersistent = parsed.GetValue(_persistent),
        };
        var patterns = _patterns.Read(parsed, seed);
        IBoltzmannMachine machine = hidden == 0 ? new VisibleBoltzmannMachine(patterns.Size)
            : new RestrictedBoltzmannMachine(patterns.Size, hidden, key.Fold("weights"),
                BoltzmannLikelihood.IndependentFields(patterns.Patterns));

        var epochs = Progress.Run("training", training.Epochs, isQuiet, finished =>
        {
            var done = new List<TrainingEpoch>();
            foreach (var epoch in training.Train(machine, patterns.Patterns, key.Fold("training"), cancellation))
            {
                done.Add(epoch);
                finished();
            }
            return done;
        });
        BoltzmannFolder.Write(folder, machine, patterns.Width, patterns.Height);
        bool isCancelled = cancellation.IsCancellationRequested;
        // What is asked for after Ctrl-C is the machine; the estimate of Z would only delay it.
        var likelihood = isCancelled ? null : LikelihoodReport.Of(machine, patterns.Patterns, key.Fold("likelihood"), cancellation);
        json?.Write(RecordJson.Of(new TrainingReport
        {
            Machine = hidden == 0 ? "visible" : "restricted",
            Visible = machine.Visible,
            Hidden = hidden,
            Patterns = patterns.Count,
            Seed = seed,
            Epochs = epochs,
            Likelihood = likelihood,
            Cancelled = isCancelled,
        }));
        var table = Table(machine, hidden, epochs, likelihood);
        Figures.Write(folder, $"Boltzmann machine of {patterns.Count} pictures",
            TrainingFigures.Of(machine, patterns, epochs, key.Fold("pictures")), table);
        if (!isQuiet)
        {
            table.Print();
            Console.WriteLine($"The machine is in {folder}; 'hopfield boltzmann sample' and 'boltzmann recall' read it.");
        }
        return isCancelled ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ResultTable Table(IBoltzmannMachine machine, int hidden, List<TrainingEpoch> epochs, LikelihoodReport? likelihood)
    {
        string Last(Func<TrainingEpoch, double> figure) => epochs.Count == 0 || double.IsNaN(figure(epochs[^1])) ? "-"
            : figure(epochs[^1]).ToString("f4");

        return new ResultTable("machine", "visible", "hidden", "epochs", "error of a sweep", "pseudo-log-likelihood per pixel",
            "log-likelihood per picture", "by")
            .Add(hidden == 0 ? "visible" : "restricted", $"{machine.Visible}", $"{hidden}", $"{epochs.Count}", Last(epoch => epoch.Error),
                Last(epoch => epoch.PseudoLogLikelihood), likelihood?.Text ?? "-", likelihood?.Method ?? "-");
    }
}
