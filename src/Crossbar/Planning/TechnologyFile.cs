using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crossbar.Planning.Cells;
using Hopfield.Files;
using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>Technologies as JSON. The presets are such files inside the program, one per technology, so a user's own file has the same
/// keys: <c>name</c>, <c>summary</c>, <c>source</c>, <c>featureMetres</c>, <c>metal</c> (and <c>bitMetal</c> where bit lines differ),
/// <c>cell</c> or <c>cellWidthFeatures</c> with <c>cellHeightFeatures</c>, <c>cellFarads</c>, and any of <c>wordSegmentOhms</c>,
/// <c>bitSegmentOhms</c>, <c>wordSegmentFarads</c>, <c>bitSegmentFarads</c> to set a segment directly.</summary>
public static class TechnologyFile
{
    private const string ResourceFolder = "technologies/";

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The technologies that are built in, largest feature first, then by name.</summary>
    public static IReadOnlyList<Technology> Presets() =>
    [
        .. EmbeddedFile.Names(typeof(TechnologyFile).Assembly, ResourceFolder)
            .Select(name => Parse(ReadResource(name), name))
            .OrderByDescending(technology => technology.FeatureMetres)
            .ThenBy(technology => technology.Name, StringComparer.Ordinal),
    ];

    /// <summary>A built-in technology by name, or a file when the name ends in .json.</summary>
    /// <exception cref="ArgumentException">There is no such technology.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not describe a technology; file and key are named.</exception>
    public static Technology Find(string nameOrPath)
    {
        if (nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Read(nameOrPath);
        var presets = Presets();
        return presets.FirstOrDefault(technology => technology.Name == nameOrPath) ?? throw new ArgumentException(
            $"there is no technology '{nameOrPath}'; expected one of {string.Join(", ", presets.Select(technology => technology.Name))}, or a .json file");
    }

    /// <summary>Reads a technology.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A key is unknown or missing, or a value is of the wrong kind or out of range.</exception>
    public static Technology Read(string path) => Parse(InputFile.ReadBytes(path), path);

    private static Technology Parse(ReadOnlySpan<byte> json, string path)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(json, s_options)
                ?? throw InputFile.Error(path, 1, "the file holds null", "a JSON object such as { \"featureMetres\": 40e-9, ... }");
            var technology = new Technology
            {
                Name = content.Name ?? Path.GetFileNameWithoutExtension(path),
                Summary = content.Summary ?? "a technology of the user's own",
                Source = content.Source ?? path,
                FeatureMetres = content.FeatureMetres,
                WordMetal = content.Metal,
                BitMetal = content.BitMetal ?? content.Metal,
                Cell = Footprint(content, path),
                CellFarads = content.CellFarads,
            };
            if (content.WordSegmentOhms is { } wordOhms) technology = technology with { WordSegmentOhms = wordOhms };
            if (content.BitSegmentOhms is { } bitOhms) technology = technology with { BitSegmentOhms = bitOhms };
            if (content.WordSegmentFarads is { } wordFarads) technology = technology with { WordSegmentFarads = wordFarads };
            if (content.BitSegmentFarads is { } bitFarads) technology = technology with { BitSegmentFarads = bitFarads };
            _ = technology.WordMetal.OhmsPerMetre() + technology.BitMetal.OhmsPerMetre(); // a barrier that fills the wire is found here
            return technology;
        }
        catch (JsonException wrong)
        {
            string message = wrong.Message.Split(" Path:")[0].Split(" LineNumber:")[0].Replace(" was", "", StringComparison.Ordinal)
                .TrimEnd('.');
            string key = wrong.Path is { Length: > 2 } at ? at[2..] : "";
            throw new InvalidDataException(wrong switch
            {
                { Message: var text } when text.Contains("could not be mapped", StringComparison.Ordinal) =>
                    $"{path}: there is no key '{key}'; expected {Expected}",
                { Message: var text } when text.Contains("missing required", StringComparison.Ordinal) =>
                    $"{path}: a key is missing in '{(key.Length == 0 ? "the file" : key)}': {message.Split(": ")[^1]}; expected {Expected}",
                { LineNumber: { } line } when key.Length > 0 =>
                    $"{path}:{line + 1}: the value of '{key}' does not fit; expected {Expected}",
                _ => $"{path}:{(wrong.LineNumber ?? 0) + 1}: the JSON is damaged; expected {Expected}",
            }, wrong);
        }
        catch (ArgumentException range)
        {
            throw new InvalidDataException($"{path}: {range.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd()}", range);
        }
    }

    private const string Expected = "the keys of a technology (docs/guide/arrays.md), with numbers in SI units";

    private static ICellFootprint Footprint(Content content, string path)
    {
        if (content.CellWidthFeatures is { } width && content.CellHeightFeatures is { } height)
            return content.Cell is null ? new OwnCell { WidthFeatures = width, HeightFeatures = height } : throw new InvalidDataException(
                $"{path}: both 'cell' and 'cellWidthFeatures' are given; expected one of them");
        if (content.CellWidthFeatures is not null || content.CellHeightFeatures is not null)
            throw new InvalidDataException($"{path}: only one of 'cellWidthFeatures' and 'cellHeightFeatures' is given; expected both");
        return Catalog.Find<ICellFootprint>(content.Cell ?? new PassiveCrossing().Name, "cell type");
    }

    private static byte[] ReadResource(string name) => Encoding.UTF8.GetBytes(EmbeddedFile.Text(typeof(TechnologyFile).Assembly, name));

    private sealed record Content
    {
        public string? Name { get; init; }

        public string? Summary { get; init; }

        public string? Source { get; init; }

        public required double FeatureMetres { get; init; }

        public required Metal Metal { get; init; }

        public Metal? BitMetal { get; init; }

        public string? Cell { get; init; }

        public double? CellWidthFeatures { get; init; }

        public double? CellHeightFeatures { get; init; }

        public double CellFarads { get; init; }

        public double? WordSegmentOhms { get; init; }

        public double? BitSegmentOhms { get; init; }

        public double? WordSegmentFarads { get; init; }

        public double? BitSegmentFarads { get; init; }
    }
}
