using System.Globalization;
using System.Text;
using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>Portable graymaps, text (P2) and binary (P5), up to 255 levels. Source: the Netpbm format description of pgm.</summary>
internal static class PgmFile
{
    internal static bool IsPgm(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 'P' && bytes[1] is (byte)'2' or (byte)'5';

    internal static GrayImage Parse(string path, byte[] bytes)
    {
        if (!IsPgm(bytes)) throw InputFile.Error(path, 1, "the file does not start with P2 or P5", "a PGM picture");
        var tokens = new Tokens(path, bytes, 2);
        int width = tokens.Next("width", 1, 1 << 15), height = tokens.Next("height", 1, 1 << 15), most = tokens.Next("maximum", 1, 255);
        var pixels = new byte[width * height];
        if (bytes[1] == '2')
        {
            for (int i = 0; i < pixels.Length; i++) pixels[i] = Stretch(tokens.Next($"pixel {i + 1} of {pixels.Length}", 0, most), most);
            tokens.ExpectEnd();
        }
        else
        {
            var data = bytes.AsSpan(tokens.DataStart());
            if (data.Length != pixels.Length)
                throw InputFile.Error(path, tokens.Line, $"{data.Length} bytes of pixels follow",
                    $"{pixels.Length} for {width} × {height}");
            for (int i = 0; i < pixels.Length; i++)
                pixels[i] = data[i] <= most ? Stretch(data[i], most)
                    : throw InputFile.Error(path, tokens.Line, $"pixel {i + 1} is {data[i]}", $"at most {most}");
        }
        return new GrayImage(width, height, pixels);
    }

    private static byte Stretch(int level, int most) => (byte)((level * 255 + most / 2) / most);

    /// <summary>Numbers between white space, with # comments up to the end of a line.</summary>
    private sealed class Tokens(string path, byte[] bytes, int at)
    {
        public int Line { get; private set; } = 1;

        public int Next(string what, int least, int most)
        {
            SkipSpace();
            int start = at;
            while (at < bytes.Length && !IsSpace(bytes[at])) at++;
            string token = Encoding.ASCII.GetString(bytes, start, at - start);
            return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
                ? value
                : throw InputFile.Error(path, Line, token.Length == 0 ? $"{what} is missing" : $"{what} is '{token}'",
                    $"a whole number from {least} to {most}");
        }

        /// <summary>Exactly one white-space byte stands between the maximum and the pixels.</summary>
        public int DataStart() => at < bytes.Length ? at + 1 : at;

        public void ExpectEnd()
        {
            SkipSpace();
            if (at < bytes.Length) throw InputFile.Error(path, Line, "more numbers follow the last pixel", "the end of the file");
        }

        private void SkipSpace()
        {
            for (; at < bytes.Length && (IsSpace(bytes[at]) || bytes[at] == '#'); at++)
            {
                if (bytes[at] == '#') while (at + 1 < bytes.Length && bytes[at] != '\n') at++;
                if (bytes[at] == '\n') Line++;
            }
        }

        private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 11 or 12;
    }
}
