using System.Text.Json;
using System.Text.Json.Serialization;
using Hopfield.Sampling;

namespace Hopfield.Files;

/// <summary>A trained Boltzmann machine as a folder: <c>machine.json</c> (kind and picture size), <c>weights.npy</c> (visible × hidden, or
/// the symmetric couplings of a fully visible machine), <c>visible-fields.npy</c> and, of a restricted machine,
/// <c>hidden-fields.npy</c>.</summary>
public static class BoltzmannFolder
{
    private const string Card = "machine.json", Weights = "weights.npy", VisibleFields = "visible-fields.npy",
        HiddenFields = "hidden-fields.npy", Restricted = "restricted", Visible = "visible";

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>Writes a machine; files of the same names are replaced.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="machine">Restricted or fully visible.</param>
    /// <param name="width">Pixels per row of its pictures.</param>
    /// <param name="height">Rows.</param>
    public static void Write(string folder, IBoltzmannMachine machine, int width, int height)
    {
        string kind;
        switch (machine)
        {
            case RestrictedBoltzmannMachine restricted:
                kind = Restricted;
                MatrixFile.Write(Path.Combine(folder, Weights), new(restricted.Visible, restricted.Hidden, restricted.Weights.ToArray()));
                MatrixFile.Write(Path.Combine(folder, VisibleFields), new(1, restricted.Visible, restricted.VisibleFields.ToArray()));
                MatrixFile.Write(Path.Combine(folder, HiddenFields), new(1, restricted.Hidden, restricted.HiddenFields.ToArray()));
                break;
            default:
                kind = Visible;
                IsingFile.Write(machine.ToModel(), Path.Combine(folder, Weights), Path.Combine(folder, VisibleFields));
                break;
        }
        File.WriteAllText(Path.Combine(folder, Card), JsonSerializer.Serialize(new MachineCard(kind, width, height), s_options) + "\n");
    }

    /// <summary>Paths of the files that a machine in a folder is made of, the card first; other files there do not count.</summary>
    /// <exception cref="FileNotFoundException">There is no such folder, or no machine in it.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        string[] paths = [.. ((string[])[Card, Weights, VisibleFields, HiddenFields]).Select(name => Path.Combine(folder, name))];
        return File.Exists(paths[0]) ? [.. paths.Where(File.Exists)] : throw new FileNotFoundException(
            $"{folder}: no {Card} there; expected a folder that 'hopfield boltzmann train --out' wrote");
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FileNotFoundException">There is no such folder, or a file of it is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not fit each other.</exception>
    public static StoredBoltzmannMachine Read(string folder)
    {
        string path = Files(folder)[0], weightsPath = Path.Combine(folder, Weights);
        MachineCard card;
        try
        {
            card = JsonSerializer.Deserialize<MachineCard>(File.ReadAllText(path), s_options)
                ?? throw InputFile.Error(path, "it is empty", "kind, width and height");
        }
        catch (JsonException damage)
        {
            throw InputFile.Error(path, (int)(damage.LineNumber ?? 0) + 1, "the JSON is damaged or has other keys",
                "kind, width and height");
        }
        if (card.Width < 1 || card.Height < 1) throw InputFile.Error(path, $"the pictures are {card.Width} × {card.Height}",
            "at least 1 × 1");
        IBoltzmannMachine machine = card.Kind switch
        {
            Restricted => ReadRestricted(folder, weightsPath),
            Visible => new VisibleBoltzmannMachine(IsingFile.Read(weightsPath, Path.Combine(folder, VisibleFields))),
            _ => throw InputFile.Error(path, $"the kind is '{card.Kind}'", $"'{Restricted}' or '{Visible}'"),
        };
        if (machine.Visible != (long)card.Width * card.Height)
            throw InputFile.Error(weightsPath, $"it has {machine.Visible} visible spins", $"{card.Width} × {card.Height}, as {Card} says");
        return new(machine, card.Width, card.Height);
    }

    private static RestrictedBoltzmannMachine ReadRestricted(string folder, string weightsPath)
    {
        var weights = MatrixFile.Read(weightsPath);
        return new(weights.Values, Row(Path.Combine(folder, VisibleFields), weights.Rows), Row(Path.Combine(folder, HiddenFields),
            weights.Columns));
    }

    private static double[] Row(string path, int length)
    {
        var matrix = MatrixFile.Read(path);
        return matrix.Values.Length == length ? matrix.Values
            : throw InputFile.Error(path, $"it holds {matrix.Values.Length} numbers", $"{length}, as {Weights} has");
    }

    private sealed record MachineCard(string Kind, int Width, int Height);
}

/// <summary>A machine from a folder, and the size of its pictures.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
public sealed record StoredBoltzmannMachine(IBoltzmannMachine Machine, int Width, int Height);
