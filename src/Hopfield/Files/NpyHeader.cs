using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hopfield.Files;

/// <summary>The header of a .npy file: a Python dictionary with exactly the keys descr, fortran_order and shape.</summary>
internal sealed record NpyHeader(bool SinglePrecision, bool FortranOrder, int Rows, int Columns, int DataStart)
{
    /// <summary>One entry of the dictionary: a quoted key, a colon, and a quoted text, a tuple or a word; a comma or the closing brace
    /// follows.</summary>
    private static readonly Regex Entry = new(
        @"\G\s*(?<quote>['""])(?<key>\w+)\k<quote>\s*:\s*(?<value>'[^']*'|""[^""]*""|\([^()]*\)|\w+)\s*(?:,|(?=\}))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static NpyHeader Parse(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> magic)
    {
        if (!bytes.StartsWith(magic)) throw InputFile.Error(path, "the first bytes are not NumPy's", "a .npy file");
        if (bytes.Length < 12) throw InputFile.Error(path, "the header is cut off", "a .npy file");
        byte major = bytes[6];
        if (major is < 1 or > 3) throw InputFile.Error(path, $"the format version is {major}.{bytes[7]}", "1.0, 2.0 or 3.0");
        int textStart = major == 1 ? 10 : 12;
        long length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (textStart + length > bytes.Length) throw InputFile.Error(path, "the header is cut off", $"{length} bytes of header");
        string text = (major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes.Slice(textStart, (int)length)).Trim();

        var entries = Entries(path, text);
        var (rows, columns) = Shape(path, entries["shape"]);
        return new(Precision(path, entries["descr"]), Order(path, entries["fortran_order"]), rows, columns, textStart + (int)length);
    }

    private static Dictionary<string, string> Entries(string path, string text)
    {
        var entries = new Dictionary<string, string>();
        if (text.StartsWith('{') && text.EndsWith('}'))
        {
            int at = 1;
            for (var match = Entry.Match(text, at); match.Success; match = Entry.Match(text, at))
            {
                entries[match.Groups["key"].Value] = match.Groups["value"].Value.Trim('\'', '"');
                at = match.Index + match.Length;
            }
            if (text[at..].Trim() == "}" && entries.Keys.Order().SequenceEqual(["descr", "fortran_order", "shape"])) return entries;
        }
        throw InputFile.Error(path, $"the header is \"{text}\"", "a dictionary of descr, fortran_order and shape");
    }

    private static bool Precision(string path, string descr) => descr switch
    {
        "<f4" => true,
        "<f8" => false,
        _ => throw InputFile.Error(path, $"the numbers are of type '{descr}'", "'<f8' or '<f4' (in Python: a.astype(float))"),
    };

    private static bool Order(string path, string order) => order switch
    {
        "True" => true,
        "False" => false,
        _ => throw InputFile.Error(path, $"fortran_order is '{order}'", "True or False"),
    };

    private static (int Rows, int Columns) Shape(string path, string shape)
    {
        var sizes = shape.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. sizes.Select(size =>
            int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        if (numbers.Length is not (1 or 2) || numbers.Contains(0) || numbers.Aggregate(1L, (product, n) => product * n) > Array.MaxLength)
            throw InputFile.Error(path, $"the shape is {shape}", "one or two positive dimensions");
        return numbers.Length == 1 ? (1, numbers[0]) : (numbers[0], numbers[1]);
    }
}
