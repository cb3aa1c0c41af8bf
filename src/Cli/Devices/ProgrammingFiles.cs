using Cli.Output;
using Crossbar.Devices;
using Crossbar.Programming;
using Hopfield.Files;
using Plots;
using Studies.Records;

namespace Cli.Devices;

/// <summary>What is said of a programmed array: table, record, matrices and figures.</summary>
internal static class ProgrammingFiles
{
    /// <summary>Writes conductances.csv and .npy (as they are in the last stage), pulses.csv, the histogram of the errors and the map of
    /// the array as written.</summary>
    internal static void Write(string folder, IDeviceModel device, ProgrammingResult result,
        IReadOnlyList<(string What, double[] Siemens)> stages)
    {
        foreach (string file in (string[])["conductances.csv", "conductances.npy"])
            MatrixFile.Write(Path.Combine(folder, file),
                new Matrix(result.Rows, result.Columns, stages.Count > 0 ? stages[^1].Siemens : result.Siemens));
        MatrixFile.Write(Path.Combine(folder, "pulses.csv"), new Matrix(result.Rows, result.Columns,
            [.. result.Pulses.Select(p => (double)p)]));
        double[] errors = RelativeErrors(result);
        DeviceFiles.WriteFigure(folder, "errors", new HistogramFigure
        {
            Title = $"{device.Name}: programming error",
            X = new("error in percent of the target"),
            Groups =
            [
                .. Enum.GetValues<CellStatus>().Where(status => result.Count(status) > 0).Select(status => new HistogramGroup(
                    Word(status), [.. errors.Where((_, c) => result.Status[c] == status).Select(error => 100 * error)])),
            ],
            CountName = "cells",
        });
        DeviceFiles.WriteFigure(folder, "array", new HeatMap
        {
            Title = $"{device.Name}: programmed conductances",
            Rows = result.Rows,
            Columns = result.Columns,
            Values = result.Siemens,
            Scale = new("conductance", "S"),
        });
    }

    /// <summary>The record of the command.</summary>
    internal static object Record(
        IDeviceModel device, WriteVerifyOptions options, ulong seed, ProgrammingResult result,
            IReadOnlyList<(string What, double[] Siemens)> stages)
    {
        double[] errors = RelativeErrors(result);
        return new
        {
            Device = device.Name,
            device.Source,
            Seed = seed,
            Options = options,
            result.Rows,
            result.Columns,
            Cells = result.Siemens.Length,
            Verified = result.Count(CellStatus.Verified),
            Disturbed = result.Count(CellStatus.Disturbed),
            BudgetSpent = result.Count(CellStatus.BudgetSpent),
            Unresponsive = result.Count(CellStatus.Unresponsive),
            Waiting = result.Count(CellStatus.Waiting),
            FaultyCells = result.Faults.Count(fault => fault != CellFault.None),
            MeanPulses = result.Pulses.Average(),
            MostPulses = result.Pulses.Max(),
            RootMeanSquareError = RootMeanSquare(errors),
            WorstError = errors.Max(Math.Abs),
            result.CellJoules,
            result.SerialSeconds,
            result.RowParallelSeconds,
            Cancelled = !result.IsComplete,
            Siemens = result.Siemens,
            Status = result.Status.Select(Word),
            result.Pulses,
            Stages = stages.Select(stage => new
            {
                stage.What,
                RootMeanSquareErrorSiemens = ErrorTable.RootMeanSquare(ErrorTable.Errors(stage.Siemens, result.TargetSiemens)),
                stage.Siemens,
            }),
            Version = ProgramVersion.Text,
        };
    }

    /// <summary>A table of how cells ended, and a line each for energy, time and files.</summary>
    internal static void Print(IDeviceModel device, ProgrammingResult result, IReadOnlyList<(string What, double[] Siemens)> stages,
        string? folder)
    {
        var table = new ResultTable("cells", "number", "pulses each", "rms error", "worst error");
        double[] errors = RelativeErrors(result);
        foreach (var status in Enum.GetValues<CellStatus>())
        {
            int[] cells = [.. Enumerable.Range(0, errors.Length).Where(c => result.Status[c] == status)];
            if (cells.Length == 0) continue;
            table.Add(Word(status), $"{cells.Length}", $"{cells.Average(c => result.Pulses[c]):f1}",
                $"{100 * RootMeanSquare([.. cells.Select(c => errors[c])]):f2} %", $"{100 * cells.Max(c => Math.Abs(errors[c])):f2} %");
        }
        table.Print();
        int faulty = result.Faults.Count(fault => fault != CellFault.None);
        if (faulty > 0)
            Console.Out.WriteLine($"{faulty} faulty cells: " + string.Join(", ", Enum.GetValues<CellFault>().Where(f => f != CellFault.None)
                .Select(fault => $"{result.Faults.Count(f => f == fault)} "
                    + $"{(fault == CellFault.StuckOn ? "stuck on" : fault == CellFault.StuckOff ? "stuck off" : "open")}")));
        Console.Out.WriteLine($"{device.Name}: {Quantity.Text(result.CellJoules, "J")} in the cells; pulses take "
            + $"{Quantity.Text(result.SerialSeconds, "s")} one after "
            + $"the other, {Quantity.Text(result.RowParallelSeconds, "s")} by rows");
        if (stages.Count > 0)
        {
            Console.Out.WriteLine();
            var aged = ErrorTable.Empty();
            foreach (var (what, siemens) in stages) ErrorTable.Add(aged, what, siemens, result.TargetSiemens);
            aged.Print();
        }
        if (folder is not null) Console.Out.WriteLine($"conductances, pulses and figures: {folder}");
        if (!result.IsComplete) Console.Out.WriteLine("stopped before every cell was visited");
    }

    private static double[] RelativeErrors(ProgrammingResult result) =>
        [.. result.ErrorSiemens().Select((error, c) => result.TargetSiemens[c] > 0 ? error / result.TargetSiemens[c]
            : result.Siemens[c] > 0 ? 1 : 0)];

    private static double RootMeanSquare(double[] errors) => Math.Sqrt(errors.Average(error => error * error));

    private static string Word(CellStatus status) => status switch
    {
        CellStatus.Verified => "verified",
        CellStatus.Disturbed => "disturbed",
        CellStatus.BudgetSpent => "budget spent",
        CellStatus.Unresponsive => "unresponsive",
        _ => "waiting",
    };
}
