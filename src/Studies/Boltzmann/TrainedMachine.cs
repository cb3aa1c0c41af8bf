using Hopfield.Files;
using Studies.Records;

namespace Studies.Boltzmann;

/// <summary>A trained Boltzmann machine as a record names it: its folder, and the files there that it is made of.</summary>
public sealed record TrainedMachine
{
    /// <summary>Folder that a training wrote.</summary>
    public required string Folder { get; init; }

    /// <summary>The machine's files; what else lies in the folder does not count.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>Names the machine of a folder.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static TrainedMachine In(string folder) =>
        new() { Folder = folder, Files = [.. BoltzmannFolder.Files(folder).Select(DataFile.Of)] };

    /// <summary>The machine itself.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or is not the one that was named.</exception>
    public StoredBoltzmannMachine Read()
    {
        foreach (var file in Files) file.Checked();
        return BoltzmannFolder.Read(Folder);
    }
}
