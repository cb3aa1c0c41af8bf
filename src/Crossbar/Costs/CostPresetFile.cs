using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hopfield.Files;

namespace Crossbar.Costs;

/// <summary>Presets of unit costs as JSON. The built-in ones are such files inside the program, so a user's own file has the same keys:
/// those of <see cref="CostPreset"/> and <see cref="CostItem"/>, first letter small.</summary>
public static class CostPresetFile
{
    private const string ResourceFolder = "costs/";

    private const string Expected = "the keys of a cost preset (docs/guide/energy.md), with numbers in SI units";

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The presets that are built in, by name.</summary>
    public static IReadOnlyList<CostPreset> Presets() =>
    [
        .. EmbeddedFile.Names(typeof(CostPresetFile).Assembly, ResourceFolder)
            .Select(name => Parse(Resource(name), name)).OrderBy(preset => preset.Name, StringComparer.Ordinal),
    ];

    /// <summary>A built-in preset by name, or a file when the name ends in .json.</summary>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no preset; file, line and key are named.</exception>
    public static CostPreset Find(string nameOrPath)
    {
        if (nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Parse(InputFile.ReadBytes(nameOrPath), nameOrPath);
        var presets = Presets();
        return presets.FirstOrDefault(preset => preset.Name == nameOrPath) ?? throw new ArgumentException(
            $"there is no cost preset '{nameOrPath}'; expected one of {string.Join(", ", presets.Select(preset => preset.Name))}, or a .json file");
    }

    private static CostPreset Parse(ReadOnlySpan<byte> json, string path)
    {
        try
        {
            var preset = JsonSerializer.Deserialize<CostPreset>(json, s_options)
                ?? throw InputFile.Error(path, 1, "the file holds null", Expected);
            if (preset.Items.Count == 0) throw InputFile.Error(path, "there are no items", "at least one unit cost");
            foreach (var item in preset.Items)
            {
                if (string.IsNullOrWhiteSpace(item.Source))
                    throw InputFile.Error(path, $"the item '{item.Component}' has no source", "where its figure comes from");
                if (item.Joules is null == item.Watts is null) throw InputFile.Error(path, $"the item '{item.Component}' has {(item.Joules is null ? "neither" : "both")} of joules and watts", "one of them");
                if (item.Watts is not null && item.Per != "second")
                    throw InputFile.Error(path, $"the item '{item.Component}' has watts per {item.Per}", "\"per\": \"second\" with watts");
            }
            if (preset.Overhead > 1 && preset.OverheadSource.Length == 0)
                throw InputFile.Error(path, "the overhead has no source", "overheadSource beside overhead");
            return preset;
        }
        catch (JsonException wrong)
        {
            string key = wrong.Path is { Length: > 2 } at ? at[2..] : "";
            string what = wrong.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"there is no key '{key}'"
                : wrong.Message.Contains("missing required", StringComparison.Ordinal)
                    ? $"a key is missing: {wrong.Message.Split(": ")[^1]}"
                : key.Length > 0 ? $"the value of '{key}' does not fit" : "the JSON is damaged";
            throw new InvalidDataException($"{path}:{(wrong.LineNumber ?? 0) + 1}: {what}; expected {Expected}", wrong);
        }
        catch (ArgumentException range)
        {
            throw new InvalidDataException($"{path}: {range.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd()}", range);
        }
    }

    private static byte[] Resource(string name) => Encoding.UTF8.GetBytes(EmbeddedFile.Text(typeof(CostPresetFile).Assembly, name));
}
