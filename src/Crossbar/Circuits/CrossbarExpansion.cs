namespace Crossbar.Circuits;

/// <summary>Writes a <see cref="CrossbarArray"/> out as resistors, one per closed cell and one per wire segment, with two nodes per cross
/// point, and one capacitor per node where wires have capacitance (<c>name_wordcap_r0_c1</c>, <c>name_bitcap_r0_c1</c>). A segment of 0 Ω
/// merges its nodes. Names, zero-based [row, column]: cell <c>name_r0_c1</c>; word segment <c>name_word_r0_c1</c>, arriving at that cell;
/// bit segment <c>name_bit_r0_c1</c>, leaving it; nodes <c>name_w_r0_c1</c> and <c>name_b_r0_c1</c>.</summary>
public static class CrossbarExpansion
{
    /// <summary>The netlist with every array replaced by its resistors.</summary>
    public static Netlist Flatten(Netlist netlist) => netlist with
    {
        Elements = [.. netlist.Elements.SelectMany<NetlistElement, NetlistElement>(
            element => element is CrossbarArray array ? [.. Resistors(array), .. Capacitors(array)] : [element])],
    };

    /// <summary>The resistors of one array: cells row by row, then word segments, then bit segments. Open cells (0 S) are left
    /// out.</summary>
    public static IEnumerable<Resistor> Resistors(CrossbarArray array)
    {
        var (rows, columns, wires) = (array.Cells.Rows, array.Cells.Columns, array.Wires);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                if (array.Cells[i, j] > 0)
                    yield return new($"{array.Name}_r{i}_c{j}", WordNode(array, i, j), BitNode(array, i, j), 1 / array.Cells[i, j]);
        if (wires.WordSegmentOhms > 0)
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                    yield return new($"{array.Name}_word_r{i}_c{j}", j == 0 ? array.WordNodes[i] : WordNode(array, i, j - 1),
                        WordNode(array, i, j), wires.WordSegmentOhms);
        if (wires.BitSegmentOhms > 0)
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                    yield return new($"{array.Name}_bit_r{i}_c{j}", BitNode(array, i, j),
                        i == rows - 1 ? array.BitNodes[j] : BitNode(array, i + 1, j), wires.BitSegmentOhms);
    }

    /// <summary>The capacitors of one array's wires, word lines first; none where a segment has no capacitance.</summary>
    public static IEnumerable<Capacitor> Capacitors(CrossbarArray array)
    {
        var (rows, columns, wires) = (array.Cells.Rows, array.Cells.Columns, array.Wires);
        for (int i = 0; i < rows && wires.WordSegmentFarads > 0; i++)
            for (int j = 0; j < columns; j++)
                yield return new($"{array.Name}_wordcap_r{i}_c{j}", WordNode(array, i, j), NetlistCheck.Ground, wires.WordSegmentFarads);
        for (int i = 0; i < rows && wires.BitSegmentFarads > 0; i++)
            for (int j = 0; j < columns; j++)
                yield return new($"{array.Name}_bitcap_r{i}_c{j}", BitNode(array, i, j), NetlistCheck.Ground, wires.BitSegmentFarads);
    }

    /// <summary>The node where cell [row, column] meets its word line.</summary>
    public static string WordNode(CrossbarArray array, int row, int column) =>
        array.Wires.WordSegmentOhms > 0 ? $"{array.Name}_w_r{row}_c{column}" : array.WordNodes[row];

    /// <summary>The node where cell [row, column] meets its bit line.</summary>
    public static string BitNode(CrossbarArray array, int row, int column) =>
        array.Wires.BitSegmentOhms > 0 ? $"{array.Name}_b_r{row}_c{column}" : array.BitNodes[column];
}
