using System.CommandLine;
using System.Globalization;
using Cli.Options;
using Cli.Output;
using Hopfield.Files;
using Hopfield.Modern;
using Hopfield.Numerics;

namespace Cli.Verbs;

/// <summary>The layers built on modern Hopfield retrieval, on matrices from files.</summary>
internal sealed class AttendVerb : Verb
{
    private const int MostRows = 20, MostColumns = 8;

    private readonly Option<string> _states = new("--states")
    {
        Description = "State patterns (queries), one per row; learned ones make this a pooling of the stored patterns.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _stored = new("--stored")
    {
        Description = "Stored patterns, one per row; learned ones make this a look-up of fixed slots.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _query = Weights("--query-weights", "W_Q: key length of all heads x columns of the states");
    private readonly Option<string?> _key = Weights("--key-weights", "W_K: key length of all heads x columns of the stored patterns");
    private readonly Option<string?> _value = Weights("--value-weights", "W_V: value length of all heads x columns of the stored patterns");
    private readonly Option<string?> _output = Weights("--output-weights", "W_O: output length x value length of all heads");

    private readonly Option<string?> _mask = new("--mask")
    {
        Description = "States x stored patterns: 1 where a state sees a pattern, 0 where not.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _causal = new("--causal") { Description = "State k sees the stored patterns 1 to k only." };

    private readonly Option<int> _heads = new("--heads") { Description = "Heads.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private readonly Option<double?> _beta = new("--beta")
    {
        Description = "Inverse temperature; default 1/sqrt(key length of a head).",
        HelpName = "B",
    };

    private readonly Option<int> _steps = new("--steps")
    {
        Description = "Retrieval steps in the key space; 1 is attention.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> _separation = new("--separation")
    {
        Description = "How scores become weights.",
        HelpName = "softmax|sparsemax|entmax",
        DefaultValueFactory = _ => "softmax",
    };

    private readonly Option<string?> _result = new("--result")
    {
        Description = "Write the result to this file (.npy or .csv).",
        HelpName = "FILE",
    };

    private readonly CommonOptions _common = new();

    /// <summary>Takes the names of the separations from the catalogue.</summary>
    public AttendVerb() =>
        _separation.AcceptOnlyFromAmong([.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Select(item => item.Name)]);

    /// <inheritdoc/>
    public override string Name => "attend";

    /// <inheritdoc/>
    public override string Summary =>
        "Associates states with stored patterns (multi-head attention, pooling, look-up; masks, sparse weights) on matrices from files.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield attend --states q.npy --stored x.npy --result z.npy",
        "hopfield attend --states q.csv --stored x.csv --query-weights wq.npy --key-weights wk.npy --heads 4 --causal",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        foreach (var option in (Option[])[_states, _stored, _query, _key, _value, _output, _heads, _beta, _steps, _separation, _mask,
            _causal,
            _result, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var file = parsed.GetValue(_result) is { } path ? new MatrixOutput(path) : null;
        Matrix states = MatrixFile.Read(parsed.GetValue(_states)!), stored = MatrixFile.Read(parsed.GetValue(_stored)!);
        var layer = new HopfieldAssociation
        {
            Query = Read(parsed, _query, states.Columns) ?? Projection.Identity(states.Columns),
            Key = Read(parsed, _key, stored.Columns) ?? Projection.Identity(stored.Columns),
            Value = Read(parsed, _value, stored.Columns) ?? Projection.Identity(stored.Columns),
            Output = Read(parsed, _output, null),
            Heads = Check.AtLeast(parsed.GetValue(_heads), 1, "--heads"),
            Beta = parsed.GetValue(_beta) is { } beta ? Check.Positive(beta, "--beta") : null,
            Steps = Check.AtLeast(parsed.GetValue(_steps), 1, "--steps"),
            Separation = Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Single(item => item.Name == parsed.GetValue(_separation)),
        };
        double[] values = layer.Associate(states.Values, stored.Values, Mask(parsed, states.Rows, stored.Rows));
        var result = new Matrix(states.Rows, values.Length / states.Rows, values);
        file?.Write(result);
        if (!parsed.GetValue(_common.Quiet)) Print(result);
        return ExitCode.Done;
    }

    private static void Print(Matrix result)
    {
        int columns = Math.Min(MostColumns, result.Columns);
        var table = new ResultTable([.. Enumerable.Range(1, columns).Select(column => $"{column}").Prepend("state")]);
        for (int row = 0; row < Math.Min(MostRows, result.Rows); row++)
            table.Add([.. Enumerable.Range(0, columns).Select(column => result[row, column].ToString("g5", CultureInfo.InvariantCulture))
                .Prepend($"{row + 1}")]);
        table.Print();
        if (result.Rows > MostRows || result.Columns > MostColumns)
            Console.WriteLine($"The result has {result.Rows} rows of {result.Columns}; --result writes all of them.");
    }

    private bool[] Mask(ParseResult parsed, int states, int stored)
    {
        bool isCausal = parsed.GetValue(_causal);
        if (parsed.GetValue(_mask) is not { } path)
            return isCausal ? [.. Enumerable.Range(0, states * stored).Select(k => k % stored <= k / stored)] : [];
        if (isCausal) throw new ArgumentException("--mask and --causal: give one of the two");
        var matrix = MatrixFile.Read(path);
        if (matrix.Rows != states || matrix.Columns != stored)
            throw InputFile.Error(path, $"the mask is {matrix.Rows} × {matrix.Columns}", $"{states} × {stored}: states × stored patterns");
        int odd = Array.FindIndex(matrix.Values, value => value is not (0 or 1));
        return odd < 0 ? [.. matrix.Values.Select(value => value == 1)]
            : throw InputFile.Error(path, $"entry [{odd / stored},{odd % stored}] is {matrix.Values[odd]}", "0 or 1");
    }

    private static Projection? Read(ParseResult parsed, Option<string?> option, int? inputs)
    {
        if (parsed.GetValue(option) is not { } path) return null;
        var matrix = MatrixFile.Read(path);
        if (inputs is { } wanted && matrix.Columns != wanted)
            throw InputFile.Error(path, $"{option.Name} has {matrix.Columns} columns", $"{wanted}, as many as what it projects");
        return new(matrix.Values, matrix.Columns, matrix.Rows);
    }

    private static Option<string?> Weights(string name, string shape) =>
        new(name) { Description = $"{shape} (.npy, .csv; as torch.nn.Linear keeps it); without it the identity.", HelpName = "FILE" };
}
