using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace Plots.Export;

/// <summary>A PDF whose bytes depend on its content alone. PDFsharp writes the time, random identifiers and random prefixes of font names;
/// they are replaced by texts of the same length that follow from the content, so that no offset in the file moves.</summary>
internal static class StablePdf
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Regex FontPrefix = new("(?<=/(?:FontName|BaseFont)/)[A-Z]{6}(?=\\+)"),
        Identifier = new("(?<=/ID\\[<)[0-9A-F]{32}(?=><)|(?<=/ID\\[<[0-9A-F]{32}><)[0-9A-F]{32}"),
        Uuid = new("(?<=<xmpMM:\\w+>uuid:)[0-9a-f-]{36}");

    internal static byte[] Bytes(PdfDocument document)
    {
        document.Info.CreationDate = document.Info.ModificationDate = Epoch;
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        string text = Encoding.Latin1.GetString(stream.ToArray());
        var prefixes = new Dictionary<string, string>();
        text = FontPrefix.Replace(text, match =>
        {
            // Fonts in the order in which the file names them: AAAAAA, AAAAAB, ...
            if (!prefixes.TryGetValue(match.Value, out string? stable))
                prefixes.Add(match.Value, stable = $"AAAAA{(char)('A' + prefixes.Count)}");
            return stable;
        });
        text = Uuid.Replace(Identifier.Replace(text, new string('0', 32)), new Guid().ToString());
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)).AsSpan(0, 16));
        text = Uuid.Replace(Identifier.Replace(text, hash), Guid.ParseExact(hash, "N").ToString());
        return Encoding.Latin1.GetBytes(text);
    }
}
