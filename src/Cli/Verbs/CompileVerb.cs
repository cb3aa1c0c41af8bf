using System.CommandLine;
using Cli.Output;
using Cli.Solving;
using Crossbar.Machines;
using Solvers.Problems;

namespace Cli.Verbs;

/// <summary>Compiles an instance into a crossbar netlist, without running it.</summary>
internal sealed class CompileVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "An instance of any format that 'hopfield solve' reads.",
    };

    private readonly Option<string> _out =
        new("--out") { Description = "Folder for the results (made if missing).", HelpName = "DIR", Required = true };

    /// <inheritdoc/>
    public override string Name => "compile";

    /// <inheritdoc/>
    public override string Summary => "Writes the crossbar of an instance: SPICE deck, conductances as CSV and .npy, mapping as JSON.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield compile graph.rud --out out/graph",
        "hopfield compile weights.npy --out out/weights --segment-ohms 1 --on-siemens 1e-4 --off-siemens 1e-6",
        "hopfield compile graph.rud --out out/moving --device knowm-mss",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_out);
        _common.Cells.AddTo(command);
        foreach (var option in (Option[])[_common.SegmentOhms, _common.TileLines, _common.OnSiemens, _common.OffSiemens, _common.Parameters,
            _common.Seed, _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = OutputFile.Folder(parsed.GetRequiredValue(_out));
        var problem = ProblemFile.Read(parsed.GetRequiredValue(_file));
        var parameters = MachineSettings.Parameters(problem, parsed.GetValue(_common.SegmentOhms), _common.ReadParameters(parsed));
        if (parsed.GetValue(_common.TileLines) is { } lines) parameters = parameters with { TileLines = lines };
        if (_common.Cells.Read(parsed, "continuous") is { } device) parameters = parameters with { Cells = device.ToArray() };
        var compiled = CompiledHopfield.Compile(problem.Encode(), _common.ReadMapping(parsed), parameters);
        CompiledFiles.Write(folder, problem.Name, compiled, parsed.GetValue(_common.Seed));
        if (!parsed.GetValue(_common.Quiet))
        {
            var cells = compiled.Weights.Cells;
            Console.Out.WriteLine($"{problem.Name}: {compiled.Model.Size} neurons, {cells.Rows} word lines x {cells.Columns} bit lines, "
                + $"{cells.Siemens.Length} cells, one weight unit = {Quantity.Text(compiled.Weights.UnitSiemens, "S")}, "
                + $"time constant {Quantity.Text(compiled.TimeConstantSeconds, "s")}");
            foreach (string file in CompiledFiles.Names) Console.Out.WriteLine(Path.Combine(folder, file));
        }
        return ExitCode.Done;
    }
}
