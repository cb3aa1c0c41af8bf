using System.Globalization;

namespace Hopfield.Files;

/// <summary>Reads a text file line by line and remembers where it is, so that every error can name its line.</summary>
public sealed class LineReader : IDisposable
{
    private readonly StreamReader _reader;
    private string _line = "";
    private int _at;

    /// <summary>Opens the file before its first line.</summary>
    /// <exception cref="FileNotFoundException">There is no file at that path.</exception>
    public LineReader(string path)
    {
        Path = path;
        _reader = new StreamReader(InputFile.Open(path));
    }

    /// <summary>The path as the caller gave it.</summary>
    public string Path { get; }

    /// <summary>Number of the current line, from 1; 0 before the first.</summary>
    public int Line { get; private set; }

    /// <summary>The current line, whole.</summary>
    public string Text => _line;

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    public bool NextLine()
    {
        if (_reader.ReadLine() is not { } line) return false;
        _line = line;
        _at = 0;
        Line++;
        return true;
    }

    /// <summary>The next run of characters without white space on this line; false where the line has no more.</summary>
    public bool NextToken(out ReadOnlySpan<char> token)
    {
        var line = _line.AsSpan();
        while (_at < line.Length && char.IsWhiteSpace(line[_at])) _at++;
        int start = _at;
        while (_at < line.Length && !char.IsWhiteSpace(line[_at])) _at++;
        token = line[start.._at];
        return token.Length > 0;
    }

    /// <summary>The next token of this line as a whole number.</summary>
    /// <param name="what">Name of the quantity, for the error.</param>
    /// <exception cref="InvalidDataException">The line has no more tokens or the token is not a whole number.</exception>
    public int NextInteger(string what) =>
        !NextToken(out var token) ? throw Error($"{what} is missing", "a whole number")
        : int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value
        : throw Error($"{what} is '{token}'", "a whole number");

    /// <summary>The next token of this line as a finite number.</summary>
    /// <param name="what">Name of the quantity, for the error.</param>
    /// <exception cref="InvalidDataException">The line has no more tokens or the token is not a finite number.</exception>
    public double NextNumber(string what) =>
        NextToken(out var token) ? ParseNumber(token, what) : throw Error($"{what} is missing", "a number");

    /// <summary>A token of the current line as a finite number.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public double ParseNumber(ReadOnlySpan<char> token, string what) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Error($"{what} is '{token}'", "a finite number");

    /// <summary>Refuses anything more on this line.</summary>
    /// <exception cref="InvalidDataException">There is another token.</exception>
    public void EndOfLine(string expected)
    {
        if (NextToken(out var token)) throw Error($"'{token}' is too much on this line", expected);
    }

    /// <summary>Counts all of this line as read.</summary>
    public void SkipLine() => _at = _line.Length;

    /// <summary>An error at the current line.</summary>
    public InvalidDataException Error(string wrong, string expected) => InputFile.Error(Path, Math.Max(Line, 1), wrong, expected);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _reader.Dispose();
}
