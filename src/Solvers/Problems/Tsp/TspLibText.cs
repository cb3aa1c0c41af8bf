using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Tsp;

/// <summary>The grammar that TSPLIB's files share: lines <c>KEYWORD : value</c>, and sections of numbers that may wrap over
/// lines.</summary>
internal sealed class TspLibText : IDisposable
{
    /// <summary>Twelve times TSPLIB's largest instance; more is taken for a typing error before memory is.</summary>
    private const int MostCities = 1_000_000;

    private readonly LineReader _reader;

    public TspLibText(string path) => _reader = new LineReader(path);

    /// <summary>The keyword of the current entry.</summary>
    public string Keyword { get; private set; } = "";

    /// <summary>What follows its colon; empty for a section.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Goes to the next keyword; false at EOF, written or real. Nothing after a written EOF is read.</summary>
    public bool NextEntry()
    {
        do
        {
            if (!_reader.NextLine()) return false;
        }
        while (string.IsNullOrWhiteSpace(_reader.Text));
        int colon = _reader.Text.IndexOf(':');
        Keyword = (colon < 0 ? _reader.Text : _reader.Text[..colon]).Trim();
        Value = colon < 0 ? "" : _reader.Text[(colon + 1)..].Trim();
        _reader.SkipLine();
        return Keyword != "EOF";
    }

    /// <summary>The value as a number of cities.</summary>
    public int CityCount() =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is > 0 and <= MostCities
            ? value
            : throw Error($"{Keyword} is '{Value}'", $"a whole number from 1 to {MostCities}");

    /// <summary>The value's first word, which must be one of those given; TSPLIB adds remarks after it here and there.</summary>
    public string ValueOf(params string[] words)
    {
        string word = Value.Split(' ', '\t')[0];
        return words.Contains(word) ? word : throw Error($"{Keyword} is '{Value}'", string.Join(", ", words));
    }

    /// <summary>Exactly so many numbers, none negative, however they are wrapped; the last one ends its line.</summary>
    public double[] Distances(int count)
    {
        var numbers = new List<double>();
        while (numbers.Count < count)
        {
            var token = NextToken($"distance {numbers.Count + 1} of {count}");
            double number = _reader.ParseNumber(token, "distance");
            numbers.Add(number >= 0 ? number : throw Error($"distance {numbers.Count + 1} is {number}", "no negative distance"));
        }
        _reader.EndOfLine($"{count} numbers in {Keyword}");
        return [.. numbers];
    }

    /// <summary>One line per city: its number, from 1, and two coordinates.</summary>
    public (double X, double Y)[] Coordinates(int cities)
    {
        var coordinates = new (double X, double Y)[cities];
        var seen = new bool[cities];
        for (int k = 0; k < cities; k++)
        {
            if (!_reader.NextLine() || _reader.Text.Trim() is "" or "EOF")
                throw Error($"{Keyword} ends after {k} of {cities} cities", "a city's number and two coordinates");
            int city = _reader.NextInteger("city");
            if (city < 1 || city > cities) throw Error($"city {city} is out of range", $"1 to {cities}");
            if (seen[city - 1]) throw Error($"city {city} is given twice", "each city once");
            seen[city - 1] = true;
            coordinates[city - 1] = (_reader.NextNumber("x"), _reader.NextNumber("y"));
            _reader.EndOfLine("a city's number and two coordinates");
        }
        return coordinates;
    }

    public InvalidDataException Error(string wrong, string expected) => _reader.Error(wrong, expected);

    public void Dispose() => _reader.Dispose();

    private ReadOnlySpan<char> NextToken(string what)
    {
        ReadOnlySpan<char> token;
        while (!_reader.NextToken(out token))
            if (!_reader.NextLine()) throw Error($"the file ends inside {Keyword}", what);
        return token is "EOF" ? throw Error($"{Keyword} ends too early", what) : token;
    }
}
