namespace Crossbar.Planning.Errors;

/// <summary>Which cells of an array hold a weight, and how the outputs are read.</summary>
public enum WeightPlacement
{
    /// <summary>One cell a weight, not negative; the current of cells that are off stays in the output.</summary>
    Single,

    /// <summary>One cell a weight, not negative; the output of one more column, all off, is subtracted from every output.</summary>
    ReferenceColumn,

    /// <summary>Two columns a weight, at the same input; the output is their difference.</summary>
    ColumnPair,

    /// <summary>Two rows a weight, at plus and minus the input (the mapping of this project's machines).</summary>
    RowPair,
}
