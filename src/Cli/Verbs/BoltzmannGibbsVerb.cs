using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Numerics;
using Hopfield.Sampling;
using Solvers.Problems;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Samples an Ising model at a temperature.</summary>
internal sealed class BoltzmannGibbsVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _file = new("FILE") { Description = "An Ising model, or any other instance that 'solve' reads." };

    private readonly Option<double> _temperature = new("--temperature")
    {
        Description = "Temperature, in units of the energy.",
        HelpName = "T",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _replicas = new("--replicas")
    {
        Description = "Independent copies; rounded up to a multiple of 64.",
        HelpName = "N",
        DefaultValueFactory = _ => 1024,
    };

    private readonly Option<int> _sweeps = new("--sweeps")
    {
        Description = "Sweeps of each copy before anything is counted.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<int> _snapshots = new("--snapshots")
    {
        Description = "How often the copies are counted, five sweeps apart.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    /// <inheritdoc/>
    public override string Name => "boltzmann gibbs";

    /// <inheritdoc/>
    public override string Summary =>
        "Means and correlations of an Ising model at a temperature by Gibbs sampling, beside enumeration for up to 20 spins.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield boltzmann gibbs glass.ising --temperature 2 --out sampled"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_temperature, _replicas, _sweeps, _snapshots, _common.Seed, _common.Json, _common.Out,
            _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        double temperature = Check.Positive(parsed.GetValue(_temperature), "--temperature");
        const int block = ReplicaSampler.BlockReplicas;
        int replicas = (Check.AtLeast(parsed.GetValue(_replicas), 1, "--replicas") + block - 1) / block * block;
        int sweeps = Check.AtLeast(parsed.GetValue(_sweeps), 0, "--sweeps");
        int snapshots = Check.AtLeast(parsed.GetValue(_snapshots), 1, "--snapshots");
        var problem = ProblemFile.Read(parsed.GetRequiredValue(_file));
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        bool isQuiet = parsed.GetValue(_common.Quiet);
        ulong seed = parsed.GetValue(_common.Seed);
        var model = problem.Encode();
        var study = Progress.Run("sampling", sweeps + snapshots, isQuiet, finished => GibbsStudy.Of(model, temperature, replicas, sweeps,
            snapshots, RandomKey.FromSeed(seed).Fold("gibbs"), finished, cancellation));
        json?.Write(RecordJson.Of(study.Record(problem.Name, seed)));
        var summary = study.Summary();
        if (folder is not null) Figures.Write(folder, $"{problem.Name} at T = {temperature:g4}", study.Drawn(), summary, study.Spins());
        if (!isQuiet)
        {
            summary.Print();
            if (study.Exact is not null)
            {
                Console.WriteLine();
                study.Spins().Print();
            }
        }
        return study.Snapshots < snapshots ? ExitCode.Cancelled : ExitCode.Done;
    }
}
