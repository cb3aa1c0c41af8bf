using System.Buffers.Binary;
using System.Text;

namespace Plots.Fonts;

/// <summary>The advance widths of a TrueType font, read from its own tables. Source: ISO/IEC 14496-22 (Open Font Format), tables head,
/// hhea, hmtx and cmap subtable format 12, which is all that the fonts shipped with us need.</summary>
internal sealed class FontFile
{
    private readonly byte[] _bytes;
    private readonly int _unitsPerEm, _longMetrics, _metrics, _groups, _groupCount;

    internal FontFile(byte[] bytes)
    {
        _bytes = bytes;
        int head = Table("head"), hhea = Table("hhea"), cmap = Table("cmap");
        _unitsPerEm = Short(head + 18);
        AscentEm = (double)(short)Short(hhea + 4) / _unitsPerEm;
        DescentEm = -(double)(short)Short(hhea + 6) / _unitsPerEm;
        _longMetrics = Short(hhea + 34);
        _metrics = Table("hmtx");
        for (int i = 0; i < Short(cmap + 2); i++)
        {
            int subtable = cmap + Long(cmap + 4 + 8 * i + 4);
            if (Short(subtable) == 12) (_groups, _groupCount) = (subtable + 16, Long(subtable + 12));
        }
        if (_groupCount == 0) throw new InvalidDataException("The font has no character map of format 12.");
    }

    internal byte[] Bytes => _bytes;

    /// <summary>Height of a line above its base line, em.</summary>
    internal double AscentEm { get; }

    /// <summary>Depth of a line below its base line, em, positive.</summary>
    internal double DescentEm { get; }

    /// <summary>Width of a text of one line, em; characters that the font lacks are as wide as its empty box.</summary>
    internal double WidthEm(string line)
    {
        long units = 0;
        foreach (var character in line.EnumerateRunes()) units += Advance(Glyph(character.Value));
        return (double)units / _unitsPerEm;
    }

    /// <summary>True when the font has a shape for the character.</summary>
    internal bool Has(int character) => Glyph(character) != 0;

    private int Advance(int glyph) => Short(_metrics + 4 * Math.Min(glyph, _longMetrics - 1));

    // Groups are sorted by their first character: the last one that starts at or before it is the only candidate.
    private int Glyph(int character)
    {
        int low = 0, high = _groupCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Long(_groups + 12 * middle) <= character) low = middle;
            else high = middle - 1;
        }
        int group = _groups + 12 * low, first = Long(group);
        return character >= first && character <= Long(group + 4) ? Long(group + 8) + character - first : 0;
    }

    private int Table(string name)
    {
        for (int i = 0; i < Short(4); i++)
        {
            int record = 12 + 16 * i;
            if (Encoding.ASCII.GetString(_bytes, record, 4) == name) return Long(record + 8);
        }
        throw new InvalidDataException($"The font has no table {name}.");
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(at));
}
