using Hopfield.Files;
using Hopfield.Modern;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Attention;

/// <summary>States associated with stored patterns by the layers built on modern Hopfield retrieval: attention, pooling, look-up.</summary>
public sealed record AttentionStudy : Study<AttentionRecord>
{
    public override string Name => "attend";
    public override string Summary => "multi-head association of states with stored patterns";

    /// <summary>State patterns (queries), one per row.</summary>
    public required DataFile States { get; init; }

    /// <summary>Stored patterns, one per row.</summary>
    public required DataFile Stored { get; init; }

    /// <summary>W_Q, key length of all heads × columns of the states; null for the identity.</summary>
    public DataFile? QueryWeights { get; init; }

    /// <summary>W_K, key length of all heads × columns of the stored patterns; null for the identity.</summary>
    public DataFile? KeyWeights { get; init; }

    /// <summary>W_V, value length of all heads × columns of the stored patterns; null for the identity.</summary>
    public DataFile? ValueWeights { get; init; }

    /// <summary>W_O, output length × value length of all heads; null for none.</summary>
    public DataFile? OutputWeights { get; init; }

    /// <summary>States × stored patterns, 1 where a state sees a pattern, 0 where not; null: everywhere.</summary>
    public DataFile? Mask { get; init; }

    /// <summary>State k sees the stored patterns 1 to k only; not with a mask.</summary>
    public bool Causal { get; init; }

    /// <summary>Heads. Default 1. Range: ≥ 1.</summary>
    public int Heads { get; init => field = Check.AtLeast(value, 1, nameof(Heads)); } = 1;

    /// <summary>Inverse temperature; null for 1/√(key length of a head). Range: &gt; 0.</summary>
    public double? Beta { get; init => field = value is { } beta ? Check.Positive(beta, nameof(Beta)) : null; }

    /// <summary>Retrieval steps in the key space. Default 1, which is attention. Range: ≥ 1.</summary>
    public int Steps { get; init => field = Check.AtLeast(value, 1, nameof(Steps)); } = 1;

    /// <summary>How scores become weights.</summary>
    public ISeparation Separation { get; init; } = new Softmax();

    public override AttentionRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        Matrix states = MatrixFile.Read(States.Checked()), stored = MatrixFile.Read(Stored.Checked());
        var layer = new HopfieldAssociation
        {
            Query = Read(QueryWeights, nameof(QueryWeights), states.Columns) ?? Projection.Identity(states.Columns),
            Key = Read(KeyWeights, nameof(KeyWeights), stored.Columns) ?? Projection.Identity(stored.Columns),
            Value = Read(ValueWeights, nameof(ValueWeights), stored.Columns) ?? Projection.Identity(stored.Columns),
            Output = Read(OutputWeights, nameof(OutputWeights), null),
            Heads = Heads,
            Beta = Beta,
            Steps = Steps,
            Separation = Separation,
        };
        double[] values = layer.Associate(states.Values, stored.Values, Seen(states.Rows, stored.Rows));
        cancellation.ThrowIfCancellationRequested();
        return new()
        {
            Options = this,
            Stored = stored.Rows,
            Result = new(states.Rows, values.Length / states.Rows, values),
        };
    }

    private bool[] Seen(int states, int stored)
    {
        if (Mask is null) return Causal ? [.. Enumerable.Range(0, states * stored).Select(k => k % stored <= k / stored)] : [];
        if (Causal) throw new ArgumentException("Mask and Causal: give one of the two");
        string path = Mask.Checked();
        var matrix = MatrixFile.Read(path);
        if (matrix.Rows != states || matrix.Columns != stored)
            throw InputFile.Error(path, $"the mask is {matrix.Rows} × {matrix.Columns}", $"{states} × {stored}: states × stored patterns");
        int odd = System.Array.FindIndex(matrix.Values, value => value is not (0 or 1));
        return odd < 0 ? [.. matrix.Values.Select(value => value == 1)]
            : throw InputFile.Error(path, $"entry [{odd / stored},{odd % stored}] is {matrix.Values[odd]}", "0 or 1");
    }

    private static Projection? Read(DataFile? file, string name, int? inputs)
    {
        if (file is null) return null;
        string path = file.Checked();
        var matrix = MatrixFile.Read(path);
        if (inputs is { } wanted && matrix.Columns != wanted)
            throw InputFile.Error(path, $"{name} has {matrix.Columns} columns", $"{wanted}, as many as what it projects");
        return new(matrix.Values, matrix.Columns, matrix.Rows);
    }
}
