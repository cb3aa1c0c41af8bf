using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Studies;
using Studies.Boltzmann;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Samples an Ising model at a temperature.</summary>
internal sealed class BoltzmannGibbsVerb : StudyVerb<GibbsRecord>
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _file = new("FILE") { Description = "An Ising model, or any other instance that 'solve' reads." };

    private readonly RecordOptions<GibbsStudy> _sampling = new RecordOptions<GibbsStudy>()
        .Add(study => study.Temperature, "T", "Temperature, in units of the energy.")
        .Add(study => study.Replicas, "N", "Independent copies; rounded up to a multiple of 64.")
        .Add(study => study.Sweeps, "N", "Sweeps of each copy before anything is counted.")
        .Add(study => study.Snapshots, "N", "How often the copies are counted, five sweeps apart.");

    public override string Name => "boltzmann gibbs";

    public override string Summary =>
        "Means and correlations of an Ising model at a temperature by Gibbs sampling, beside enumeration for up to 20 spins.";

    public override IReadOnlyList<string> Examples => ["hopfield boltzmann gibbs glass.ising --temperature 2 --out sampled"];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_file);
        _sampling.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<GibbsRecord> Ask(ParseResult parsed) => _sampling.Read(parsed) with
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Seed = parsed.GetValue(_common.Seed),
    };

    protected override string Title(GibbsRecord record) => $"{record.Problem} at T = {record.Temperature:g4}";

    protected override void Show(GibbsRecord record, Presentation page) =>
        page.Table(GibbsOutput.Summary(record))
            .Table(GibbsOutput.Spins(record), printed: record.Exact is not null)
            .Figures(GibbsOutput.Drawn(record));
}
