using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Output;
using Crossbar.Noise;

namespace Cli.Verbs;

/// <summary>Lists the noise models, or the parameters of one. Old name of <c>hopfield list noise</c>.</summary>
internal sealed class NoiseListVerb : Verb
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "One noise: its law, parameters and limits.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <inheritdoc/>
    public override string Name => "noise list";

    /// <inheritdoc/>
    public override string Summary => "Lists the noise models with their sources; with a name, the parameters of one.";

    /// <inheritdoc/>
    public override bool IsHidden => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield noise list", "hopfield noise list rtn"];

    /// <inheritdoc/>
    public override void Define(Command command) => command.Arguments.Add(_name);

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_name) is { } name)
        {
            Describe(NoiseCatalog.Find(name));
            return ExitCode.Done;
        }
        var table = new ResultTable("noise", "what it is", "where", "source");
        foreach (var model in NoiseCatalog.All) table.Add(model.Name, model.Summary, Place(model), model.Source);
        table.Print();
        return ExitCode.Done;
    }

    private static string Place(INoiseModel model) => model.Place switch
    {
        NoisePlace.Cell => "current beside each cell, A^2/Hz",
        NoisePlace.AmplifierInput => "voltage before each amplifier, V^2/Hz",
        _ => "voltage before each comparator, V^2/Hz",
    };

    private static void Describe(INoiseModel model)
    {
        Console.Out.WriteLine($"{model.Name}: {model.Summary}");
        Console.Out.WriteLine($"source: {model.Source}");
        Console.Out.WriteLine($"not modelled: {model.NotModelled}");
        Console.Out.WriteLine($"where: {Place(model)}");
        var table = new ResultTable("parameter", "default");
        foreach (var property in model.GetType().GetProperties().Where(p => p.SetMethod is not null))
            table.Add(DeviceOptions.JsonName(property.Name), Convert.ToString(property.GetValue(model),
                CultureInfo.InvariantCulture) ?? "-");
        if (table.Rows.Count > 0) table.Print();
    }
}
