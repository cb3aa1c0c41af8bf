using Crossbar.Planning;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Tests.Layout;

public class LineSettlingTests(ITestOutputHelper output)
{
    // Shapes and drivers that make word lines, bit lines, or the drivers the slowest part; cells from light to heavy load.
    [Theory]
    [InlineData(12, 12, 1.0, 1.0, 0, 0, false, 1e-6)]
    [InlineData(12, 12, 1.0, 1.0, 0, 0, false, 1e-3)]
    [InlineData(4, 24, 1.0, 1.0, 0, 0, false, 1e-5)]
    [InlineData(24, 4, 1.0, 1.0, 0, 0, false, 1e-5)]
    [InlineData(12, 12, 1.0, 1.0, 0, 0, true, 1e-5)]
    [InlineData(10, 14, 1.0, 3.0, 50, 20, false, 1e-5)]
    [InlineData(10, 14, 5.0, 1.0, 200, 0, true, 1e-5)]
    public void Seconds_OfAnArray_AreNotEarlyAndAtMostFifteenPerCentLateAgainstTheExactTransient(
        int rows, int columns, double word, double bit, double driver, double sense, bool bothEnds, double siemens)
    {
        var technology = TechnologyFile.Find("22nm") with { WordSegmentOhms = word, BitSegmentOhms = bit };
        var plan = new ArrayPlan(rows, columns, technology);
        double estimate = LineSettling.Of(plan, driver, sense, bothEnds).Seconds(0.01);
        double exact = ExactTransient(plan, driver, sense, bothEnds, siemens, 0.01);
        output.WriteLine($"estimate {estimate:e3} s, exact {exact:e3} s, ratio {estimate / exact:f3}");
        Assert.InRange(estimate / exact, 1, 1.15);
    }

    [Fact]
    public void Seconds_OfOneOpenLine_IsTheClosedForm()
    {
        // A single cell column: bit lines of one section; the word line of n sections alone, with τ = rc/(4 sin²(π/(4n+2))).
        var technology = TechnologyFile.Find("22nm") with { WordSegmentOhms = 2, BitSegmentOhms = 0, WordSegmentFarads = 1e-15, BitSegmentFarads = 0 };
        var settling = LineSettling.Of(new ArrayPlan(1, 50, technology));
        Assert.Equal(2e-15 / (4 * Math.Pow(Math.Sin(Math.PI / 202), 2)), settling.WordSeconds, 1e-24);
        Assert.Equal(settling.WordSeconds * Math.Log(4 / Math.PI / 0.01), settling.Seconds(0.01), 1e-5 * settling.WordSeconds);
        Assert.Equal(0, LineSettling.Of(new ArrayPlan(9, 9, technology with { WordSegmentOhms = 0 })).Seconds());
    }

    /// <summary>Last time at which any output current is farther than a fraction of its end value from it: all modes of the whole RC
    /// network.</summary>
    private static double ExactTransient(ArrayPlan plan, double driver, double sense, bool bothEnds, double siemens, double fraction)
    {
        int m = plan.Rows, n = plan.Columns, count = m * n;
        var t = plan.Technology;
        var conductance = Matrix<double>.Build.Dense(2 * count, 2 * count);
        var drive = Vector<double>.Build.Dense(2 * count);
        var farads = Vector<double>.Build.Dense(2 * count, k => k < count ? t.WordSegmentFarads : t.BitSegmentFarads);
        void Join(int a, int b, double g)
        {
            conductance[a, a] += g;
            if (b < 0) return;
            conductance[b, b] += g;
            conductance[a, b] -= g;
            conductance[b, a] -= g;
        }
        double end = 1 / (t.BitSegmentOhms + sense);
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
            {
                int w = i * n + j, b = count + w;
                Join(w, b, siemens);
                if (j + 1 < n) Join(w, w + 1, 1 / t.WordSegmentOhms);
                if (i + 1 < m) Join(b, b + n, 1 / t.BitSegmentOhms);
                else Join(b, -1, end);
                foreach (bool driven in (bool[])[j == 0, bothEnds && j == n - 1])
                    if (driven)
                    {
                        Join(w, -1, 1 / (t.WordSegmentOhms + driver));
                        drive[w] += 1 / (t.WordSegmentOhms + driver);
                    }
            }
        var scale = farads.Map(c => 1 / Math.Sqrt(c));
        var modes = conductance.MapIndexed((a, b, g) => g * scale[a] * scale[b]).Evd(Symmetricity.Symmetric);
        var rates = modes.EigenValues.Real();
        var weights = modes.EigenVectors.TransposeThisAndMultiply(drive.PointwiseMultiply(scale)).PointwiseDivide(rates);
        double last = 0;
        for (int j = 0; j < n; j++)
        {
            int node = count + (m - 1) * n + j;
            double[] parts = [.. Enumerable.Range(0, rates.Count).Select(k => modes.EigenVectors[node, k] * scale[node] * weights[k])];
            double final = parts.Sum(), step = 0.01 / rates.Min();
            for (double at = 15 / rates.Min(); at > last; at -= step)
                if (Math.Abs(parts.Select((p, k) => p * Math.Exp(-rates[k] * at)).Sum()) > fraction * Math.Abs(final))
                {
                    last = at;
                    break;
                }
        }
        return last;
    }
}
