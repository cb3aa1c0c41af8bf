using Cli.Output;
using Crossbar.Costs;
using Plots;
using Studies.Energy;

namespace Cli.Reports;

/// <summary>The tables, sentences and figures of an energy comparison.</summary>
internal static class EnergyOutput
{
    /// <summary>Everything, in order.</summary>
    /// <param name="record">The comparison.</param>
    /// <param name="engines">Dedicated digital engines among its opponents.</param>
    /// <param name="explain">Rows whose formula is wanted; null for none.</param>
    /// <exception cref="ArgumentException">No row is called so.</exception>
    internal static Presentation Of(EnergyRecord record, IReadOnlyList<CostPreset> engines, string? explain)
    {
        var page = new Presentation($"Energy of {record.Problem}");
        foreach (string line in Headline(record)) page.Say(line);
        page.Table(Machines(record));
        page.Table(Items(record.Leading), $"{record.Leading.Preset}, item by item", onPage: false);
        foreach (var row in record.Rows) page.Table(Items(row), $"{row.Preset}: {row.Priced}", printed: false);
        foreach (string note in (IEnumerable<string>)[.. record.Notes, record.ProcessorMeter]) page.Say(note);
        if (record.Sensitivity.Count > 0) page.Table(SensitivityTable(record));
        if (record.BreakEven.Count > 0)
        {
            page.Table(BreakEvenTable(record, engines), "Break-even", printed: false);
            for (int k = 0; k < engines.Count; k++)
                page.Say($"{(k == 0 ? "\n" : "")}less energy per update than {engines[k].Name}: as run {BreakEven.Verdict(record.BreakEven, point => point.AnalogueJoules, k)}, "
                    + $"with unread columns off {BreakEven.Verdict(record.BreakEven, point => point.SwitchedJoules, k)}");
        }
        if (explain is not null) Explain(record, explain, page);
        foreach (var (name, figure) in Figures(record, engines)) page.Figure(new(name, figure, ""));
        return page.File("ledger.csv", path => File.WriteAllText(path, Csv(record)));
    }

    private static void Explain(EnergyRecord record, string explain, Presentation page)
    {
        var found = record.Rows.SelectMany(row =>
            row.Items.Where(item => item.Component.Contains(explain, StringComparison.OrdinalIgnoreCase)).Select(item => (row, item)))
            .ToList();
        if (found.Count == 0) throw new ArgumentException($"--explain {explain}: no row is called so; expected part of one of {string.Join(", ", record.Rows.SelectMany(row => row.Items).Select(item => item.Component).Distinct())}");
        page.Say("", onPage: false);
        foreach (var (row, item) in found)
            page.Say($"{row.Preset}: {item.Formula}")
                .Say($"  one {item.Per}: {Activity.Meanings[item.Per]}. Source: {item.Source}.{(item.Note.Length > 0 ? $" {item.Note}." : "")}");
    }

    /// <summary>The claim, its interval, and its two largest assumptions: what a reader should see first.</summary>
    internal static IEnumerable<string> Headline(EnergyRecord report)
    {
        var leading = report.Leading;
        string success = report.Success == SuccessState.Final ? "in the final state" : "at any time";
        yield return $"{report.Problem}, {report.Spins} spins: the {report.Machine} machine ({leading.Preset}) takes {Quantity.Text(leading.JoulesTo99, "J")} and {Quantity.Text(leading.SecondsTo99, "s")} "
            + $"to reach {Quantity.Score(report.Target)} ({report.TargetOrigin}) with 99 %"
                + (leading.JoulesTo99Range is { } range
                ? $"; 95 % interval {Quantity.Text(range.Low, "J")} to {Quantity.Text(range.High, "J")}" : "")
            + $", {report.Successes} of {report.Runs} runs {success}.";
        // Repetitions are the same for a digital engine that takes the same decisions, so they cancel from the ratio.
        foreach (var row in report.Rows.Where(row => row.Preset.StartsWith("digital", StringComparison.Ordinal)))
            yield return FormattableString.Invariant($"{row.Preset} ({row.Priced}): {row.RunJoules / leading.RunJoules:g3} times that energy, at equal solution quality.");
        var modelled = leading.Items.Where(item => item.Evidence == CostEvidence.Modelled).OrderByDescending(item => item.Joules).Take(2)
            .ToList();
        yield return $"Measured: {100 * leading.Items.Where(i => i.Evidence == CostEvidence.Measured).Sum(i => i.Joules) / leading.RunJoules:f0} % of it. Largest assumptions: "
            + string.Join("; ", modelled.Select(item => $"{item.Component}, {100 * item.Joules / leading.RunJoules:f0} % ({item.Source})"))
                + ".";
    }

    internal static ResultTable Machines(EnergyRecord report)
    {
        var table = new ResultTable("machine", "priced", "per update", "per run", "run", "runs to 99 %", "ETS99", "95 % interval", "TTS99",
            "EDP", "area");
        foreach (var row in report.Rows)
            table.Add(row.Preset, row.Priced, Quantity.Text(row.UpdateJoules, "J"), Quantity.Text(row.RunJoules, "J"),
                Quantity.Text(row.RunSeconds, "s"),
                row.RunsTo99 is { } runs ? runs.ToString("f1", System.Globalization.CultureInfo.InvariantCulture) : "-",
                    Quantity.Text(row.JoulesTo99, "J"),
                row.JoulesTo99Range is { } r ? $"{Quantity.Text(r.Low, "J")} to {Quantity.Text(r.High, "J")}" : "-",
                    Quantity.Text(row.SecondsTo99, "s"),
                Quantity.Text(row.JouleSecondsTo99, "Js"), row.SquareMetres > 0
                    ? FormattableString.Invariant($"{row.SquareMetres * 1e12:f0} µm²") : "-");
        return table;
    }

    internal static ResultTable Items(EnergyRow row)
    {
        var table = new ResultTable("component", "count", "per", "each", "per run", "share", "node", "evidence", "source");
        foreach (var item in row.Items)
            table.Add(item.Component + (item.IsUnexplained ? " (!)" : ""), FormattableString.Invariant($"{item.Count:g6}"), item.Per,
                Quantity.Text(item.UnitJoules, "J"), Quantity.Text(item.Joules, "J"),
                FormattableString.Invariant($"{100 * item.Joules / row.RunJoules:f1} %"), item.Node, item.Evidence == CostEvidence.Measured
                    ? "measured" : "modelled", item.Source);
        return table;
    }

    internal static ResultTable SensitivityTable(EnergyRecord report)
    {
        var table = new ResultTable("assumption", "ETS99 from", "to");
        foreach (var row in report.Sensitivity)
            table.Add(row.Assumption, Quantity.Text(row.LowJoules, "J"), Quantity.Text(row.HighJoules, "J"));
        return table;
    }

    internal static ResultTable BreakEvenTable(EnergyRecord report, IReadOnlyList<CostPreset> digital)
    {
        var table = new ResultTable(["neurons", "analogue, as run", "analogue, unread columns off",
            .. digital.Select(engine => engine.Name)]);
        foreach (var point in report.BreakEven)
            table.Add([$"{point.Neurons}", Quantity.Text(point.AnalogueJoules, "J"), Quantity.Text(point.SwitchedJoules, "J"),
                .. point.DigitalJoules.Select(j => Quantity.Text(j, "J"))]);
        return table;
    }

    /// <summary>Every ledger row of every machine.</summary>
    internal static string Csv(EnergyRecord report)
    {
        static string Cell(string text) => text.Contains(',') || text.Contains('"')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        var lines = new List<string> { "preset,priced,component,count,per,unit_joules,joules,square_metres,node,evidence,unexplained,source" };
        foreach (var row in report.Rows)
            foreach (var item in row.Items)
                lines.Add(FormattableString.Invariant($"{Cell(row.Preset)},{Cell(row.Priced)},{Cell(item.Component)},{item.Count:r},{item.Per},{item.UnitJoules:r},{item.Joules:r},{item.SquareMetres:r},{Cell(item.Node)},{item.Evidence.ToString().ToLowerInvariant()},{item.IsUnexplained.ToString().ToLowerInvariant()},{Cell(item.Source)}"));
        return string.Join('\n', lines) + "\n";
    }

    internal static IEnumerable<(string Name, Figure Figure)> Figures(EnergyRecord report, IReadOnlyList<CostPreset> digital)
    {
        var near = report.Rows.Where(row => row.RunJoules < 30 * report.Leading.RunJoules).ToList();
        // As many colours as the eye tells apart; the small parts share one.
        var named = near.SelectMany(row => row.Items.Select(item => (item.Component, Share: item.Joules / row.RunJoules)))
            .GroupBy(item => item.Component)
            .OrderByDescending(group => group.Max(item => item.Share)).Take(6).Select(group => group.Key).ToHashSet();
        yield return ("components", new SpanFigure
        {
            Title = "Energy of one run by component",
            X = new("energy per run", "J"),
            Bars = [.. near.Select(row => SpanFigure.Stacked(Label(row),
                [.. row.Items.Where(item => named.Contains(item.Component)).Select(item => (item.Component, item.Joules)),
                    ("all others", row.Items.Where(item => !named.Contains(item.Component)).Sum(item => item.Joules))]))],
        });
        var finite = report.Rows.Where(row => double.IsFinite(row.JoulesTo99)).ToList();
        if (finite.Count > 0)
        {
            double low = finite.Min(row => row.JoulesTo99) / 2;
            yield return ("to-solution", new SpanFigure
            {
                Title = "Energy to solution with 99 %",
                X = new("ETS99", "J", true),
                Bars = [.. finite.Select(row => new SpanBar(Label(row), [new("ETS99", low, row.JoulesTo99)]))],
            });
        }
        if (report.Sensitivity.Count > 0)
            yield return ("sensitivity", new SpanFigure
            {
                Title = "What the energy to solution hangs on",
                X = new("ETS99", "J"),
                Bars = [.. report.Sensitivity.Select(row => new SpanBar(row.Assumption,
                    [new("lower", row.LowJoules, Math.Max(row.LowJoules, Math.Min(report.Leading.JoulesTo99, row.HighJoules))),
                        new("higher", Math.Min(row.HighJoules, Math.Max(row.LowJoules, report.Leading.JoulesTo99)), row.HighJoules)]))],
                Reference = new(report.Leading.JoulesTo99, "as run"),
            });
        if (report.BreakEven.Count > 0)
        {
            double[] n = [.. report.BreakEven.Select(point => (double)point.Neurons)];
            yield return ("break-even", new LineFigure
            {
                Title = "Energy of one neuron update against size",
                X = new("neurons", IsLogarithmic: true),
                Y = new("energy per update", "J", true),
                Series =
                [
                    new("analogue, as run", n, [.. report.BreakEven.Select(point => point.AnalogueJoules)]),
                    new("analogue, unread columns off", n, [.. report.BreakEven.Select(point => point.SwitchedJoules)]),
                    .. digital.Select((engine, k) =>
                        new LineSeries(engine.Name, n, [.. report.BreakEven.Select(point => point.DigitalJoules[k])])),
                ],
            });
        }
    }

    private static string Label(EnergyRow row) => row.Priced.Contains("kept", StringComparison.Ordinal) ? $"{row.Preset}, fields kept"
        : row.Preset;
}
