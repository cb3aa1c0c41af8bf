using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Crossbar.Engines.Ngspice;

/// <summary>The transient in a binary raw file as ngspice writes it: a text header, then one double per vector and point,
/// little-endian.</summary>
internal sealed class NgspiceRawFile
{
    private readonly Dictionary<string, int> _index;
    private readonly double[][] _values;

    private NgspiceRawFile(string[] names, double[][] values)
    {
        (Names, _values) = (names, values);
        _index = names.Select((name, at) => (name, at)).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.at);
    }

    /// <summary>Vector names as in the file, "time" first, then "v(node)", "i(source)".</summary>
    public string[] Names { get; }

    /// <summary>The time axis, s.</summary>
    public double[] Seconds => _values[0];

    /// <summary>One vector.</summary>
    /// <exception cref="InvalidDataException">The file has no such vector.</exception>
    public double[] this[string name] =>
        _index.TryGetValue(name, out int at) ? _values[at]
            : throw new InvalidDataException($"the raw file has no vector '{name}'; it has {string.Join(", ", Names)}");

    /// <summary>Reads the first transient of a raw file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a complete binary raw file of real numbers with a transient in it.</exception>
    public static NgspiceRawFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int at = 0;
        var seen = new List<string>();
        while (at < bytes.Length)
        {
            var header = ReadHeader(path, bytes, ref at);
            long length = 8L * header.Names.Length * header.Points;
            if (bytes.Length - at < length || header.Points == 0)
                throw new InvalidDataException($"{path}: the raw file is truncated; its header promises {header.Points} points of "
                    + $"{header.Names.Length} vectors ({length} bytes), and {bytes.Length - at} bytes follow.");
            if (header.Plot.StartsWith("Transient", StringComparison.OrdinalIgnoreCase))
                return new(header.Names, ReadValues(bytes.AsSpan(at, (int)length), header.Names.Length, header.Points));
            seen.Add(header.Plot);
            at += (int)length;
        }
        throw new InvalidDataException(seen.Count == 0
            ? $"{path}: the raw file is empty; expected a transient."
            : $"{path}: the raw file holds {string.Join(", ", seen)}; expected a transient.");
    }

    private static (string Plot, string[] Names, int Points) ReadHeader(string path, byte[] bytes, ref int at)
    {
        string plot = "", flags = "";
        int vectors = 0, points = 0;
        var names = new List<string>();
        while (true)
        {
            string line = ReadLine(path, bytes, ref at);
            if (line == "Binary:") break;
            if (line == "Values:") throw new InvalidDataException($"{path}: the raw file is text; expected a binary one (no 'filetype=ascii').");
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                string value = line[(colon + 1)..].Trim();
                switch (line[..colon])
                {
                    case "Plotname": plot = value; break;
                    case "Flags": flags = value; break;
                    case "No. Variables": vectors = Number(path, line, value); break;
                    case "No. Points": points = Number(path, line, value); break;
                }
            }
            else
            {
                string[] fields = line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length >= 3) names.Add(fields[1].ToLowerInvariant());
            }
        }
        if (!flags.Split(' ').Contains("real"))
            throw new InvalidDataException($"{path}: plot '{plot}' has flags '{flags}'; expected real numbers.");
        if (names.Count != vectors || vectors == 0)
            throw new InvalidDataException($"{path}: plot '{plot}' announces {vectors} vectors and names {names.Count}.");
        return (plot, [.. names], points);
    }

    private static string ReadLine(string path, byte[] bytes, ref int at)
    {
        int length = bytes.AsSpan(at).IndexOf((byte)'\n');
        if (length < 0) throw new InvalidDataException($"{path}: the raw file ends inside its header; expected 'Binary:'.");
        string line = Encoding.UTF8.GetString(bytes, at, length).TrimEnd('\r');
        at += length + 1;
        return line;
    }

    private static int Number(string path, string line, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 0
            ? number : throw new InvalidDataException($"{path}: '{line}' in the raw file's header; expected a count.");

    private static double[][] ReadValues(ReadOnlySpan<byte> data, int vectors, int points)
    {
        var values = new double[vectors][];
        for (int v = 0; v < vectors; v++)
        {
            var column = values[v] = new double[points];
            for (int k = 0; k < points; k++)
                column[k] = BinaryPrimitives.ReadDoubleLittleEndian(data.Slice(8 * (k * vectors + v), 8));
        }
        return values;
    }
}
