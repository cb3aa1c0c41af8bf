using Cli.Output;
using Crossbar.Programming;
using Hopfield.Files;
using Plots;
using Studies.Devices;

namespace Cli.Devices;

/// <summary>What is shown of a programmed array: table, matrices and figures.</summary>
internal static class ProgrammingFigures
{
    /// <summary>How the cells ended.</summary>
    internal static ResultTable Cells(ProgrammingResult result)
    {
        var table = new ResultTable("cells", "number", "pulses each", "rms error", "worst error");
        double[] errors = result.RelativeErrors();
        foreach (var status in Enum.GetValues<CellStatus>())
        {
            int[] cells = [.. Enumerable.Range(0, errors.Length).Where(c => result.Status[c] == status)];
            if (cells.Length == 0) continue;
            table.Add(DeviceProgramRecord.Word(status), $"{cells.Length}", $"{cells.Average(c => result.Pulses[c]):f1}",
                $"{100 * CellErrors.RootMeanSquare([.. cells.Select(c => errors[c])]):f2} %",
                $"{100 * cells.Max(c => Math.Abs(errors[c])):f2} %");
        }
        return table;
    }

    /// <summary>Faults in words; null for none.</summary>
    internal static string? Faults(ProgrammingResult result)
    {
        int faulty = result.Faults.Count(fault => fault != CellFault.None);
        var kinds = Enum.GetValues<CellFault>().Where(kind => kind != CellFault.None);
        return faulty == 0 ? null : $"{faulty} faulty cells: " + string.Join(", ", kinds
            .Select(fault => $"{result.Faults.Count(f => f == fault)} "
                + $"{(fault == CellFault.StuckOn ? "stuck on" : fault == CellFault.StuckOff ? "stuck off" : "open")}"));
    }

    /// <summary>Adds an array as conductances.csv and .npy.</summary>
    internal static Presentation Matrices(this Presentation page, int rows, int columns, double[] siemens)
    {
        foreach (string name in (string[])["conductances.csv", "conductances.npy"])
            page.File(name, path => MatrixFile.Write(path, new Matrix(rows, columns, siemens)));
        return page;
    }

    /// <summary>The errors as a histogram and the array as written.</summary>
    internal static IEnumerable<ReportFigure> Of(string device, ProgrammingResult result)
    {
        double[] errors = result.RelativeErrors();
        yield return new("errors", new HistogramFigure
        {
            Title = $"{device}: programming error",
            X = new("error in percent of the target"),
            Groups =
            [
                .. Enum.GetValues<CellStatus>().Where(status => result.Count(status) > 0).Select(status => new HistogramGroup(
                    DeviceProgramRecord.Word(status),
                    [.. errors.Where((_, c) => result.Status[c] == status).Select(error => 100 * error)])),
            ],
            CountName = "cells",
        }, "Conductance less target, over the target, by how the cells ended.");
        yield return new("array", new HeatMap
        {
            Title = $"{device}: programmed conductances",
            Rows = result.Rows,
            Columns = result.Columns,
            Values = result.Siemens,
            Scale = new("conductance", "S"),
        }, "The array as written.");
    }
}
