using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Machines.Passive;
using Crossbar.Tests.Engines;
using Hopfield.Numerics;

namespace Crossbar.Tests.Machines;

public class PassiveColumnTests
{
    private static PassiveColumn Random(int cells, ulong seed) => Drawn(cells, seed).Column;

    private static (PassiveColumn Column, double[] RowVolts) Drawn(int cells, ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var rows = new double[cells];
        var own = new BipolarSwitch[cells];
        for (int i = 0; i < cells; i++)
        {
            rows[i] = 2.4 * stream.NextUniform() - 1.2;
            own[i] = new() { SetVolts = 0.6 * stream.NextUniform(), ResetVolts = 0.6 * stream.NextUniform(), OffSiemens = 1e-6 + 5e-5 * stream.NextUniform() };
        }
        return (new(rows, own), rows);
    }

    /// <summary>Every switching of every state, in any order, raises the line by the overdrive's worth: the energy falls more than a
    /// threshold asks.</summary>
    [Fact]
    public void Switching_OfAnyCell_RaisesTheLineByMoreThanItsThreshold()
    {
        int seen = 0;
        for (ulong seed = 0; seed < 30; seed++)
        {
            var column = Random(7, seed);
            for (int state = 0; state < column.StateCount; state++)
            {
                double line = column.LineVolts(state);
                for (int i = 0; i < column.Size; i++)
                {
                    if (column.OverdriveVolts(state, i, line) <= 0) continue;
                    int next = state ^ 1 << i;
                    double total = Enumerable.Range(0, column.Size).Sum(cell => column.Siemens(next, cell));
                    double worth = column.OverdriveVolts(state, i,
                        line) * Math.Abs(column.Siemens(next, i) - column.Siemens(state, i)) / total;
                    Assert.True(column.LineVolts(next) - line >= worth * (1 - 1e-9));
                    seen++;
                }
            }
        }
        Assert.True(seen > 1000);
    }

    [Fact]
    public void Map_OfAColumn_IsWhatItsPathsAndOrdersGive()
    {
        var column = Random(6, 3);
        var map = AttractorMap.Of(column);
        for (int state = 0; state < column.StateCount; state++)
        {
            var path = column.Path(state);
            Assert.Equal(path[^1], map.EndOf(state));
            Assert.Equal(-1, column.Next(path[^1]));
            var ends = new SortedSet<int>();
            Search(state);
            Assert.Equal(ends, map.ReachableFrom(state));

            void Search(int at)
            {
                int[] moves = [.. Enumerable.Range(0, column.Size).Where(i => column.OverdriveVolts(at, i, column.LineVolts(at)) > 0)];
                if (moves.Length == 0) ends.Add(at);
                foreach (int i in moves) Search(at ^ 1 << i);
            }
        }
        Assert.Equal(column.StateCount, map.Attractors.Sum(map.Basin));
    }

    /// <summary>The floating line in every circuit engine, a picofarad on it, long after the rows are up.</summary>
    [Theory, MemberData(nameof(Engines))]
    public void Line_InACircuitEngine_IsWhereTheColumnSaysIt(string name)
    {
        var engine = EngineList.Get(name);
        var (column, rows) = Drawn(5, 8);
        foreach (int state in (int[])[0, 9, 22, 31])
        {
            string[] words = [.. Enumerable.Range(0, 5).Select(i => $"w{i}")];
            var cells = new ConductanceMatrix(5, 1, [.. Enumerable.Range(0, 5).Select(i => column.Siemens(state, i))]);
            var netlist = TestCircuits.Of("column", ["line"],
                [.. words.Select((word, i) => new VoltageSource($"v{i}", word, "0", SourceWaveform.Constant(rows[i]))),
                    new CrossbarArray("x", words, ["line"], cells, ArrayWires.Ideal), new Capacitor("c", "line", "0", 1e-12)]);
            double tau = 1e-12 / cells.Siemens.Sum();
            var solution = engine.Load(netlist).Transient(TestCircuits.Request(40 * tau, 3));
            Assert.Equal(column.LineVolts(state), solution.Volts["line"][^1], 1e-6);
        }
    }

    public static TheoryData<string> Engines => EngineList.Names;

    [Fact]
    public void WrongColumns_AreRefused()
    {
        Assert.Contains("2 to 24 row voltages", Assert.Throws<ArgumentException>(() => new PassiveColumn([1.0], new BipolarSwitch()))
            .Message);
        Assert.Contains("must conduct more", Assert.Throws<ArgumentException>(
            () => new PassiveColumn([1.0, 0], new BipolarSwitch { OffSiemens = 1e-3 })).Message);
        Assert.Contains("row 2", Assert.ThrowsAny<ArgumentException>(() => new PassiveColumn([1.0, double.NaN], new BipolarSwitch()))
            .Message);
    }
}
