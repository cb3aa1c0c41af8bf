using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crossbar.Noise;
using Hopfield.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Benchmarks;

/// <summary>Rates of the noise generators on one core, beside MathNet and numpy in the same run.</summary>
internal static class NoiseBenchmark
{
    private const int Cells = 64 * 64, Repetitions = 7;
    private const double SecondsEach = 0.3;

    private const string NumpyScript = """
        import numpy, time
        def rate(make):
            out = numpy.empty(4096)
            make(out)
            best = 0
            for _ in range(7):
                count, start = 0, time.perf_counter()
                while time.perf_counter() - start < 0.3:
                    for _ in range(100): make(out)
                    count += 100 * 4096
                best = max(best, count / (time.perf_counter() - start))
            return best
        philox = numpy.random.Generator(numpy.random.Philox(1))
        sfc = numpy.random.Generator(numpy.random.SFC64(1))
        print('philox', rate(lambda out: philox.standard_normal(out=out)))
        print('sfc', rate(lambda out: sfc.standard_normal(out=out)))
        """;

    public static int Run(string[] args)
    {
        var peer = new NumpyPeer(ResultsPage.Option(args, "--python"));
        var numpy = peer.Run(NumpyScript);
        var page = new StringBuilder(Heading(peer.Description));
        double ours = Gaussians(), mathNet = MathNetNormals();
        page.Append($"| ours, `RandomGaussians` (Philox, Box–Muller, any number first) | {M(ours)} | 1 |\n");
        page.Append($"| MathNet.Numerics, `Normal.Samples`, Mersenne Twister | {M(mathNet)} | {ours / mathNet:f1} |\n");
        foreach (var (name, what) in ((string, string)[])[("philox", "numpy `standard_normal`, Philox (counter-based as ours, ziggurat)"),
            ("sfc", "numpy `standard_normal`, SFC64 (its fastest)")])
            if (numpy.TryGetValue(name, out double rate)) page.Append($"| {what} | {M(rate)} | {ours / rate:f1} |\n");
        page.Append(Middle());
        foreach (var model in Catalog.Of<INoiseModel>()) page.Append(Row(model));
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static string Row(INoiseModel model)
    {
        var sites = new NoiseSites
        {
            Siemens = [.. Enumerable.Range(0, Cells).Select(c => 1e-6 * (1 + c % 100))],
            StepSeconds = 1e-10,
            Key = RandomKey.FromSeed(1),
        };
        var process = model.Begin(sites);
        double[] samples = new double[Cells];
        long before = 0;
        double rate = Best(() => process.AddNext(samples), Cells, () => before = GC.GetAllocatedBytesForCurrentThread());
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        string row = $"| {model.Name} | {M(rate)} | {bytes} |\n";
        Console.Error.Write(row);
        return row;
    }

    private static double Gaussians()
    {
        var numbers = new double[Cells];
        ulong step = 0;
        var generator = new RandomGaussians(RandomKey.FromSeed(1));
        return Best(() =>
        {
            generator.Fill(step, numbers);
            step += Cells / RandomGaussians.StepNumbers;
        }, Cells, () => { });
    }

    private static double MathNetNormals()
    {
        var numbers = new double[Cells];
        var source = new MersenneTwister(1);
        return Best(() => Normal.Samples(source, numbers, 0, 1), Cells, () => { });
    }

    /// <summary>Numbers per second in the best repetition.</summary>
    private static double Best(Action step, int numbers, Action warmed)
    {
        for (int k = 0; k < 2000; k++) step();
        Thread.Sleep(200); // the tiered compiler finishes in the background
        for (int k = 0; k < 2000; k++) step();
        warmed();
        double best = 0;
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            long count = 0, start = Stopwatch.GetTimestamp(), until = start + (long)(SecondsEach * Stopwatch.Frequency), now;
            do
            {
                for (int k = 0; k < 20; k++) step();
                count += 20L * numbers;
                now = Stopwatch.GetTimestamp();
            }
            while (now < until);
            best = Math.Max(best, count * (double)Stopwatch.Frequency / (now - start));
        }
        return best;
    }

    private static string M(double rate) => (rate / 1e6).ToString(rate < 1e8 ? "f1" : "f0", CultureInfo.InvariantCulture);

    private static string Heading(string numpy) => $"""
        # Noise: rates on one core

        Millions of numbers, or of cells times steps, per second; double precision; the best of {Repetitions} repetitions of {SecondsEach} s.
        Written by this command, which anyone can run:

            dotnet run -c Release --project tests/Benchmarks -- noise --out docs/results/noise.md

        Machine: {ResultsPage.Machine()}; {numpy}.

        ## Normal numbers, blocks of 4096

        | generator | M/s | ours is × |
        |---|---|---|

        """;

    private static string Middle() => $"""

        ## Noise processes, 64 × 64 cells of 1 … 100 µS at 0.2 V, step 0.1 ns

        One call gives the next sample of every cell; the same bytes however the cells are cut into batches. Flicker is the exact sum of 18
        Lorentzians over nine decades. *Allocated*: bytes during all repetitions.

        | noise | M cell-steps/s | allocated |
        |---|---|---|

        """;
}
