using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Files;
using Hopfield.Model;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Draws pictures from a trained Boltzmann machine.</summary>
internal sealed class BoltzmannSampleVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _machine = new("DIR") { Description = "Folder that 'boltzmann train --out' wrote." };

    private readonly Option<int> _count = new("--count")
    {
        Description = "Pictures to draw.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    private readonly Option<int> _sweeps = new("--sweeps")
    {
        Description = "Gibbs sweeps of each picture, from random pixels.",
        HelpName = "N",
        DefaultValueFactory = _ => 500,
    };

    /// <inheritdoc/>
    public override string Name => "boltzmann sample";

    /// <inheritdoc/>
    public override string Summary => "Draws pictures from a trained Boltzmann machine by Gibbs sampling.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield boltzmann sample letters --count 40 --out dreams"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_machine);
        foreach (var option in (Option[])[_count, _sweeps, _common.Seed, _common.Json, _common.Out,
            _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        var stored = BoltzmannFolder.Read(parsed.GetRequiredValue(_machine));
        int count = Check.AtLeast(parsed.GetValue(_count), 1, "--count"), sweeps = Check.AtLeast(parsed.GetValue(_sweeps), 0, "--sweeps");
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        ulong seed = parsed.GetValue(_common.Seed);
        var key = RandomKey.FromSeed(seed).Fold("boltzmann sample");
        sbyte[][] states = [.. Enumerable.Range(0, count).Select(k => Spins.Random(stored.Machine.Visible, key.Fold("start").Fold(k)))];
        int done = Progress.Run("sampling", sweeps, parsed.GetValue(_common.Quiet), finished =>
        {
            int sweep = 0;
            for (; sweep < sweeps && !cancellation.IsCancellationRequested; sweep++)
            {
                stored.Machine.Sweep(states, key.Fold("sweep").Fold(sweep));
                finished();
            }
            return sweep;
        });
        double[] energies = stored.Machine.FreeEnergies(states);
        json?.Write(RecordJson.Of(new
        {
            Seed = seed,
            Sweeps = done,
            stored.Width,
            stored.Height,
            FreeEnergies = energies,
            States = states.Select(state => state.Select(spin => (int)spin).ToArray()).ToArray(),
            Version = ProgramVersion.Text,
        }));
        var table = new ResultTable("pictures", "sweeps", "distinct", "mean free energy", "mean ink").Add($"{count}", $"{done}",
            $"{states.Select(state => string.Join(',', state)).Distinct().Count()}", energies.Average().ToString("g5"),
            states.Average(state => state.Count(spin => spin > 0)).ToString("g4"));
        if (folder is not null)
            Figures.Write(folder, "Pictures from a Boltzmann machine", [TrainingFigures.Pictures("samples",
                "Pictures sampled from the machine",
                stored.Width, stored.Height, [.. states.Select((state, k) => ($"F = {energies[k]:g4}", Spins.ToActivations(state)))],
                $"Each began as noise and took {done} Gibbs sweeps. F is the free energy: the lower, the more likely.")], table);
        if (!parsed.GetValue(_common.Quiet)) table.Print();
        return cancellation.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Done;
    }
}
