using Crossbar.Machines.Passive;
using Hopfield.Numerics;

namespace Reproduction.Passive;

/// <summary>The passive attractor column of 2024: its published attractors, its energy, and what thresholds add.</summary>
public sealed class PassiveColumnClaims : IClaimFamily
{
    private const string Source = "Li, Wang, Yang, Yang and Sun 2024, Nat. Commun. 15:7683";

    private const int Columns = 200, Cells = 8;

    /// <summary>States that the caption of figure 4 names, the first row's cell first.</summary>
    private static readonly string[] s_published = ["0001", "0010", "0011", "1001", "1010", "1011"];

    private static readonly double[] s_rows = [0.4, -1.2, 0.8, 0.8];

    public string Name => "passive-column";
    public string Summary => "Attractors, energy and thresholds of switches on one floating line.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "passive.li2024.attractors",
            Statement = "Four cells at 0.4, -1.2, 0.8 and 0.8 V have the attractors that figure 4a names; how many of the six are attractors here.",
            Source = $"{Source}, fig. 4a",
            Published = "6 (0001, 0010, 0011, 1001, 1010, 1011)",
            Protocol = "floating line, set above 0.3 V, reset above 0.5 V, 100 µS and 1 µS (the caption prints none of them), all 16 states",
            Reproduces = new(6, 6),
            Quick = true,
            Measure = (_, _) => Attractors(),
        },
        new()
        {
            Id = "passive.li2024.energy",
            Statement = "An energy exists that every switching lowers; switchings that raise -u, u the voltage of the line.",
            Source = $"{Source}, abstract; -u is ours",
            Published = "0",
            Protocol = $"{Columns} columns of {Cells} cells, rows uniform in ±1.2 V, thresholds 0.3 and 0.5 V; every switching that every state allows",
            Reproduces = new(0, 0),
            Quick = true,
            Measure = (context, _) => Rises(context.Key("passive energy")),
        },
        new()
        {
            Id = "passive.li2024.thresholds",
            Statement = "Thresholds let more states be stable; mean number of attractors with thresholds over that without.",
            Source = $"{Source}, abstract",
            Published = "more",
            Protocol = "the same columns, thresholds 0.3 and 0.5 V against 0 V",
            Reproduces = Interval.AtLeast(1.000001),
            Quick = true,
            Measure = (context, _) => Ratio(context.Key("passive energy")),
        },
    ];

    private static Finding Attractors()
    {
        string[] Of(double set, double reset) =>
            [.. Names(new PassiveColumn(s_rows, new BipolarSwitch { SetVolts = set, ResetVolts = reset }))];
        var cell = new BipolarSwitch();
        var found = Of(cell.SetVolts, cell.ResetVolts);
        (double Set, double Reset)[] window = [(0.21, 0.27), (0.21, 1.3), (0.4, 0.27), (0.4, 1.3)];
        return new Finding(s_published.Count(found.Contains)) { Detail = $"All attractors: {string.Join(", ", found)}" }
            .Require(found.Length == s_published.Length, "no other state is stable")
            .Require(window.All(at => Of(at.Set, at.Reset).SequenceEqual(found)),
                "the same for every set threshold from 0.21 to 0.40 V with every reset threshold from 0.27 to 1.3 V");
    }

    private static IEnumerable<string> Names(PassiveColumn column) => AttractorMap.Of(column).Attractors
        .Select(state => string.Concat(Enumerable.Range(0, column.Size).Select(i => (char)('0' + (state >> i & 1)))))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<double[]> RandomRows(RandomKey key)
    {
        for (int k = 0; k < Columns; k++)
        {
            var stream = key.Fold(k).Stream();
            var rows = new double[Cells];
            for (int i = 0; i < Cells; i++) rows[i] = 1.2 * (2 * stream.NextUniform() - 1);
            yield return rows;
        }
    }

    private static Finding Rises(RandomKey key)
    {
        long rises = 0, switchings = 0;
        foreach (double[] rows in RandomRows(key))
        {
            var column = new PassiveColumn(rows, new BipolarSwitch());
            for (int state = 0; state < column.StateCount; state++)
            {
                double line = column.LineVolts(state);
                for (int i = 0; i < Cells; i++)
                {
                    if (column.OverdriveVolts(state, i, line) <= 0) continue;
                    switchings++;
                    if (column.LineVolts(state ^ 1 << i) <= line) rises++;
                }
            }
        }
        return new Finding(rises) { Detail = $"{switchings} switchings" }.Require(switchings > 100_000,
            "more than 100,000 switchings were seen");
    }

    private static Finding Ratio(RandomKey key)
    {
        double with = 0, without = 0;
        bool all = true;
        foreach (double[] rows in RandomRows(key))
        {
            var bare = AttractorMap.Of(new(rows, new BipolarSwitch { SetVolts = 0, ResetVolts = 0 })).Attractors;
            var kept = AttractorMap.Of(new(rows, new BipolarSwitch())).Attractors;
            all &= bare.All(kept.Contains);
            with += kept.Count;
            without += bare.Count;
        }
        return new Finding(with / without) { Detail = $"{with / Columns:f1} against {without / Columns:f1} of {1 << Cells} states" }
            .Require(all, "every state that is stable without thresholds is stable with them");
    }
}
