using System.CommandLine;
using System.Globalization;
using Cli.Options;
using Cli.Output;
using Hopfield.Modern;
using Hopfield.Numerics;
using Studies;
using Studies.Attention;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>The layers built on modern Hopfield retrieval, on matrices from files.</summary>
internal sealed class AttendVerb : StudyVerb<AttentionRecord>
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

    private readonly RecordOptions<AttentionStudy> _layer = new RecordOptions<AttentionStudy>()
        .Add(study => study.Heads, "N", "Heads.")
        .Add(study => study.Beta, "B", "Inverse temperature; default 1/sqrt(key length of a head).")
        .Add(study => study.Steps, "N", "Retrieval steps in the key space; 1 is attention.")
        .Add(study => study.Causal, "", "State k sees the stored patterns 1 to k only.");

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

    /// <summary>Takes the names of the separations from the catalogue.</summary>
    public AttendVerb() =>
        _separation.AcceptOnlyFromAmong([.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Select(item => item.Name)]);

    public override string Name => "attend";

    public override string Summary =>
        "Associates states with stored patterns (multi-head attention, pooling, look-up; masks, sparse weights) on matrices from files.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield attend --states q.npy --stored x.npy --result z.npy",
        "hopfield attend --states q.csv --stored x.csv --query-weights wq.npy --key-weights wk.npy --heads 4 --causal",
    ];

    protected override void DefineOptions(Command command)
    {
        foreach (var option in (Option[])[_states, _stored, _query, _key, _value, _output]) command.Options.Add(option);
        _layer.AddTo(command);
        foreach (var option in (Option[])[_separation, _mask, _result]) command.Options.Add(option);
        Output.HasFolder = false;
    }

    protected override Study<AttentionRecord> Ask(ParseResult parsed)
    {
        DataFile? File(Option<string?> option) => parsed.GetValue(option) is { } path ? DataFile.Of(path) : null;

        return _layer.Over(new()
        {
            States = DataFile.Of(parsed.GetRequiredValue(_states)),
            Stored = DataFile.Of(parsed.GetRequiredValue(_stored)),
            QueryWeights = File(_query),
            KeyWeights = File(_key),
            ValueWeights = File(_value),
            OutputWeights = File(_output),
            Mask = File(_mask),
            Separation = Catalog.Find<ISeparation>(parsed.GetRequiredValue(_separation), "separation"),
        }, parsed);
    }

    protected override OwnOutput<AttentionRecord>? ReserveOwn(ParseResult parsed) =>
        MatrixOutput.Of<AttentionRecord>(parsed.GetValue(_result), record => record.Result);

    protected override string Title(AttentionRecord record) => $"What {record.States} states read";

    protected override void Show(AttentionRecord record, Presentation page)
    {
        var result = record.Result;
        int columns = Math.Min(MostColumns, result.Columns);
        var table = new ResultTable([.. Enumerable.Range(1, columns).Select(column => $"{column}").Prepend("state")]);
        for (int row = 0; row < Math.Min(MostRows, result.Rows); row++)
            table.Add([.. Enumerable.Range(0, columns).Select(column => result[row, column].ToString("g5", CultureInfo.InvariantCulture))
                .Prepend($"{row + 1}")]);
        page.Table(table);
        if (result.Rows > MostRows || result.Columns > MostColumns)
            page.Say($"The result has {result.Rows} rows of {result.Columns}; --result writes all of them.");
    }

    private static Option<string?> Weights(string name, string shape) =>
        new(name) { Description = $"{shape} (.npy, .csv; as torch.nn.Linear keeps it); without it the identity.", HelpName = "FILE" };
}
