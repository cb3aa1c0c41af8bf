using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Crossbar.Machines;
using Solvers.Problems;
using Studies.Compiling;

namespace Cli.Verbs;

/// <summary>Compiles an instance into a crossbar netlist, without running it.</summary>
internal sealed class CompileVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Option<bool> _quiet = new OutputOptions().Quiet;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "An instance of any format that 'hopfield solve' reads.",
    };

    private readonly Option<string> _out =
        new("--out") { Description = "Folder for the results (made if missing).", HelpName = "DIR", Required = true };

    public override string Name => "compile";
    public override string Summary => "Writes the crossbar of an instance: SPICE deck, conductances as CSV and .npy, mapping as JSON.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield compile graph.rud --out out/graph",
        "hopfield compile weights.npy --out out/weights --segment-ohms 1 --on-siemens 1e-4 --off-siemens 1e-6",
        "hopfield compile graph.rud --out out/moving --device knowm-mss",
    ];

    public override void Define(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_out);
        _common.Cells.AddTo(command);
        foreach (var option in (Option[])[_common.SegmentOhms, _common.TileLines, _common.OnSiemens, _common.OffSiemens, _common.Parameters,
            _common.Seed, _quiet])
            command.Options.Add(option);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = OutputFile.Folder(parsed.GetRequiredValue(_out));
        var problem = ProblemFile.Read(parsed.GetRequiredValue(_file));
        ulong seed = parsed.GetValue(_common.Seed);
        var machine = (ContinuousMachine)_common.ReadMachine(parsed).Whole(problem, seed);
        var compiled = CompiledHopfield.Compile(problem.Encode(), machine.Mapping, machine.Parameters);
        CrossbarFiles.Write(folder, problem.Name, compiled, seed);
        if (!parsed.GetValue(_quiet))
        {
            var cells = compiled.Weights.Cells;
            Console.Out.WriteLine($"{problem.Name}: {compiled.Model.Size} neurons, {cells.Rows} word lines x {cells.Columns} bit lines, "
                + $"{cells.Siemens.Length} cells, one weight unit = {Quantity.Text(compiled.Weights.UnitSiemens, "S")}, "
                + $"time constant {Quantity.Text(compiled.TimeConstantSeconds, "s")}");
            foreach (string file in CrossbarFiles.Names) Console.Out.WriteLine(Path.Combine(folder, file));
        }
        return ExitCode.Done;
    }
}
