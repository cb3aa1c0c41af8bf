using Cli.Devices;
using Cli.Output;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Costs;
using Crossbar.Devices;
using Crossbar.Engines;
using Crossbar.Noise;
using Crossbar.Planning;
using Crossbar.Planning.Cells;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Crossbar.SpiceSharp;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Reproduction;
using Solvers.Heuristics;
using Studies;

namespace Cli.Listing;

/// <summary>Everything that <c>hopfield list</c> can list.</summary>
internal static class ListedKinds
{
    /// <summary>All kinds, by name.</summary>
    internal static IReadOnlyList<ListedKind> All { get; } =
    [
        Of<ICellLawFactory>("cell-laws", "laws of nonlinear cells"),
        Of<ICellFootprint>("cells", "cell types, and the area that each takes"),
        new("claims", "published claims that 'hopfield reproduce' checks", () => [.. ClaimRegistry.All.Select(Claim)]),
        new("devices", "memristor models", () => [.. Catalog.Of<IDeviceModel>().Select(Device)]),
        new("engines", "circuit engines: which are here, and how to get the others", Engines),
        new("levels", "published fits of programming errors", () => [.. Catalog.Of<ILevelDistribution>().Select(fit => Listed.Of(fit, null,
            ("range", $"{Quantity.Text(fit.LeastSiemens, "S")} … {Quantity.Text(fit.LargestSiemens, "S")}")))]),
        new("machines", "what settles a network",
            () => [.. Catalog.Of<IMachine>().Select(machine => Listed.Of(machine, machine.Parameters))]),
        new("noise", "noise models", () => [.. Catalog.Of<INoiseModel>().Select(model => Listed.Of(model, null, ("where", Place(model))))]),
        new("presets", "unit costs for 'hopfield energy'", () => [.. CostPresetFile.Presets().Select(Preset)]),
        Of<IRetentionLaw>("retention", "laws by which programmed cells age"),
        Of<ILearningRule>("rules", "learning rules"),
        Of<IHeuristic>("solvers", "digital solvers that --solver puts beside the machines"),
        Of<Study>("studies", "experiments, each with its options; a record names its study"),
        new("technologies", "processes with their wires and cells",
            () => [.. TechnologyFile.Presets().Select(technology => Listed.Of(technology))]),
    ];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static ListedKind Find(string name) => All.FirstOrDefault(kind => kind.Name == name)
        ?? throw new ArgumentException(
            $"there is nothing called '{name}' to list; expected one of {string.Join(", ", All.Select(kind => kind.Name))}");

    private static ListedKind Of<T>(string name, string summary) where T : ICatalogued =>
        new(name, summary, () => [.. Catalog.Of<T>().Select(item => Listed.Of(item))]);

    private static Listed Device(IDeviceModel device) => Listed.Of(device, null,
    [
        .. device.States.Select(state => ("state", DeviceFiles.Describe(state))),
        ("range", double.IsFinite(device.LargestVolts) ? $"|V| up to {Quantity.Text(device.LargestVolts, "V")}" : "any voltage"),
        ("SPICE twin", $"subcircuit {device.Subcircuit.Name}"),
    ]);

    private static string Place(INoiseModel model) => model.Place switch
    {
        NoisePlace.Cell => "current beside each cell, A²/Hz",
        NoisePlace.AmplifierInput => "voltage before each amplifier, V²/Hz",
        _ => "voltage before each comparator, V²/Hz",
    };

    private static List<Listed> Engines()
    {
        var found = CircuitEngines.All.Select(item => new Listed(item.Engine.Name, item.Availability.Present
            ? $"{item.Engine.Summary}; here: version {item.Availability.Version}"
            : $"{item.Engine.Summary}; not here: {item.Availability.HowToGet}")).ToList();
        if (SpiceSharpSupport.MissingReason is { } reason && found.All(engine => engine.Name != "spicesharp"))
            found.Add(new("spicesharp", "SpiceSharp, a SPICE simulator in C#; not here: "
                + $"{reason}; restore it once from any source that has it, delete the obj folders, and build again"));
        return found;
    }

    private static Listed Preset(CostPreset preset) => new(preset.Name, preset.Summary)
    {
        Facts = [("machine", preset.Machine)],
        Table = () => preset.Items.Aggregate(new ResultTable("component", "cost", "per", "node", "source"), (table, item) => table.Add(
            item.Component, Quantity.Text(item.UnitJoules, item.Watts is null ? "J" : "W"), item.Watts is null ? item.Per : "all the time",
            item.Node, item.Source)),
    };

    private static Listed Claim(Claim claim) => new(claim.Id, claim.Statement)
    {
        Facts = [("source", claim.Source), ("published", claim.Published), ("protocol", claim.Protocol),
            ("quick", claim.Quick ? "yes" : "no"), ("needs", claim.Needs.Length > 0 ? claim.Needs : "nothing else")],
    };
}
