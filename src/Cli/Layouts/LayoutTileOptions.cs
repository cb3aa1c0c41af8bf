using System.CommandLine;
using System.Globalization;
using Cli.Options;
using Studies.Layouts;
using Studies.Records;

namespace Cli.Layouts;

/// <summary>The options of <c>hopfield layout</c> that say which tiles are tried, and on what.</summary>
internal sealed class LayoutTileOptions
{
    private readonly RecordOptions<LayoutStudy> _study = new RecordOptions<LayoutStudy>()
        .Add(study => study.BudgetWeightUnits, "X",
            "Largest error that is allowed, in units of weight; the largest square tile within it is looked for.", "--budget")
        .AddChoice(study => study.BudgetOf,
            "Which error the budget is for: the rms over random weights and inputs, or the worst case.", null,
            [("typical", BudgetedError.Typical), ("worst", BudgetedError.Worst)])
        .Add(study => study.Assign, "",
            "With --weights: place heavy rows and columns of each tile near sense nodes and drivers; undone on decoding, gain reported.")
        .Add(study => study.Compensate, "",
            "With --weights: pre-distort the conductances of each tile against the IR drop; what is left is reported.");

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "A weight matrix, .csv or .npy (rows are inputs), that is cut into tiles of each of --sizes.",
        HelpName = "FILE",
    };

    private readonly Option<string> _sizes = new("--sizes")
    {
        Description = "Tile sizes of the tables and figures, in lines, separated by commas; "
            + "the last one also ends the search for the largest tile.",
        HelpName = "N,N,...",
        DefaultValueFactory = _ => "8,16,32,64,128,256",
    };

    internal void AddTo(Command command)
    {
        _study.AddTo(command);
        command.Options.Add(_sizes);
        command.Options.Add(_weights);
    }

    /// <summary>The study with what was typed.</summary>
    internal LayoutStudy Over(LayoutStudy study, ParseResult parsed) => _study.Over(study, parsed) with
    {
        Sizes = Sizes(parsed.GetRequiredValue(_sizes)),
        Weights = parsed.GetValue(_weights) is { } file ? DataFile.Of(file) : null,
    };

    private static int[] Sizes(string text)
    {
        var sizes = new List<int>();
        foreach (string part in text.Split(','))
            sizes.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size
                : throw new ArgumentException($"--sizes '{text}': expected whole numbers from 2 upwards, growing, separated by commas"));
        return [.. sizes];
    }
}
