using Cli.Output;
using Hopfield.Files;
using Studies.Arrays;

namespace Cli.Arrays;

/// <summary>Node voltages and cell currents of each input vector as files of their own.</summary>
internal sealed class NodeFiles(string folder)
{
    private readonly string _folder = OutputFile.Folder(folder);

    internal void Write(SolvedInput input)
    {
        var solution = input.Solution;
        string mark = input.Inputs == 1 ? "" : $"{input.Index}_";
        Save($"{mark}vword_V.csv", solution.WordNodeVolts);
        Save($"{mark}vbit_V.csv", solution.BitNodeVolts);
        Save($"{mark}cell_A.csv", solution.CellAmperes());

        void Save(string name, double[] values) =>
            CsvFile.Write(Path.Combine(_folder, name), new(solution.Circuit.Cells.Rows, solution.Circuit.Cells.Columns, values));
    }
}
