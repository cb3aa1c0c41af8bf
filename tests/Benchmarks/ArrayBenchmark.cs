using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>The array solver beside its peers, against memory bandwidth, with many inputs and on both cores.</summary>
internal static class ArrayBenchmark
{
    private const double Tolerance = 1e-9;

    public static int Run(string[] args)
    {
        var peers = new ArrayPeers(
            ResultsPage.Option(args, "--cross-sim"), ResultsPage.Option(args, "--badcrossbar"), ResultsPage.Option(args, "--python")
                ?? "python3");
        var page = new StringBuilder();
        page.Append(Heading());
        Section(page, BesidePeers(peers));
        Section(page, BySize());
        Section(page, ManyInputs());
        Section(page, ReductionTable.Rows());
        page.Append(Footing());
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;

        static void Section(StringBuilder page, IEnumerable<string> lines)
        {
            foreach (string line in lines)
            {
                Console.Error.WriteLine(line);
                page.Append(line).Append('\n');
            }
        }
    }

    private static IEnumerable<string> BesidePeers(ArrayPeers peers)
    {
        yield return "## Beside CrossSim and badcrossbar, one input vector, one core\n";
        yield return "Cells uniform in resistance from 10 kΩ to 1 MΩ, inputs uniform from 0 to 0.3 V, 1 Ω segments. Ours: preparation and one input vector, port currents, residual and error estimate out (CrossSim gives currents alone, badcrossbar all branches too), 1e-9 asked. "
            + "Errors are the largest difference from our solution at 1e-13, over the largest current.\n";
        yield return "| n | ours ms | error | CrossSim default ms | error | × ours | CrossSim 1e-12 ms | error | × ours | badcrossbar ms | error | × ours |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (int n in new[] { 32, 64, 128, 256, 512 })
        {
            var (circuit, volts) = Mild(n);
            var exact = Solve(circuit, volts, 1e-13);
            double ours = Seconds(() => new ArraySolver(circuit, new() { OutputTolerance = Tolerance }).SolveMany(volts));
            var cells = new List<string> { $"{n}", Ms(ours), Error(Solve(circuit, volts, Tolerance).OutputAmperes, exact) };
            foreach (var (peer, tolerance, repeats) in ((string, double, int)[])[("crosssim", 0, n > 256 ? 1 : 5),
                ("crosssim", 1e-12, n > 128 ? 1 : 5), ("badcrossbar", 0, n > 128 ? 1 : 3)])
            {
                var result = peers.Solve(peer, n, circuit.Cells.Siemens, volts, 1, tolerance, repeats, TimeSpan.FromSeconds(120));
                cells.AddRange(result is { } r ? [Ms(r.Seconds), Error(r.Amperes, exact), $"{r.Seconds / ours:n0}"] : ["-", "-", "-"]);
            }
            yield return $"| {string.Join(" | ", cells)} |";
        }
    }

    private static IEnumerable<string> BySize()
    {
        double triad = TriadBytesPerSecond();
        yield return "\n## Size and harshness, one input vector, one core\n";
        yield return $"*Mild*: as above. *Harsh*: 1 kΩ to 100 kΩ, 10 Ω segments. Output error ≤ 1e-9 asked. *Total* is preparation and solution. An iteration "
            + $"moves 17 numbers per cell; *of bandwidth* is that traffic against a triad loop (a = b + s·c on arrays of 64 MiB) in the same run, {triad / 1e9:f1} GB/s; "
            + "above 1 the arrays stay in a cache. *Numbers a cell*: all memory allocated, results included.\n";
        yield return "| wires | n | iterations | total ms | solution ms | ns per cell and iteration | of bandwidth | numbers a cell | estimated error | KCL residual / largest |";
        yield return "|---|---|---|---|---|---|---|---|---|---|";
        foreach (string kind in (string[])["mild", "harsh"])
            foreach (int n in new[] { 64, 128, 256, 512, 1024, 2048 })
            {
                var (circuit, volts) = kind == "mild" ? Mild(n) : Harsh(n);
                var bits = new double[n];
                double total = Seconds(() => Solve(circuit, volts, Tolerance));
                long before = GC.GetAllocatedBytesForCurrentThread();
                var solver = new ArraySolver(circuit, new() { OutputTolerance = Tolerance });
                var solution = solver.Solve(volts, bits);
                double numbers = (GC.GetAllocatedBytesForCurrentThread() - before) / 8.0 / n / n;
                double alone = Seconds(() => solver.Solve(volts, bits));
                double perIteration = alone / n / n / (solution.Iterations + 1);
                double largest = solution.OutputAmperes.Max(Math.Abs);
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"| {kind} | {n} | {solution.Iterations} | {Ms(total)} | {Ms(alone)} | {perIteration * 1e9:f2} | {17 * 8 / perIteration / triad:f2} | {numbers:f1} | {solution.OutputErrorAmperes / largest:0.0e-0} | {solution.ResidualAmperes / largest:0.0e-0} |");
            }
    }

    private static IEnumerable<string> ManyInputs()
    {
        yield return "\n## 64 input vectors, and both cores\n";
        yield return "Milliseconds per input vector; *same* says whether one and two threads gave the same bytes.\n";
        yield return "| wires | n | one at a time | 64 at once | × | on two cores | × | same | one large input on two cores | × |";
        yield return "|---|---|---|---|---|---|---|---|---|---|";
        foreach (string kind in (string[])["mild", "harsh"])
            foreach (int n in new[] { 64, 128, 256, 512 })
            {
                var (circuit, one) = kind == "mild" ? Mild(n) : Harsh(n);
                var stream = RandomKey.FromSeed(2).Stream();
                double[] many = [.. Enumerable.Range(0, 64 * n).Select(_ => 0.3 * stream.NextUniform())], bits = new double[n];
                var serial = new ArraySolver(circuit, new() { OutputTolerance = Tolerance });
                var parallel = new ArraySolver(circuit, new() { OutputTolerance = Tolerance, Threads = 2 });
                double single = Seconds(() => serial.Solve(one, bits));
                double lanes = Seconds(() => serial.SolveMany(many)) / 64, both = Seconds(() => parallel.SolveMany(many)) / 64;
                double large = Seconds(() => parallel.Solve(one, bits));
                bool same = serial.SolveMany(many).OutputAmperes.AsSpan().SequenceEqual(parallel.SolveMany(many).OutputAmperes)
                    && serial.Solve(one, bits).OutputAmperes.AsSpan().SequenceEqual(parallel.Solve(one, bits).OutputAmperes);
                yield return $"| {kind} | {n} | {Ms(single)} | {Ms(lanes)} | {single / lanes:f1} | {Ms(both)} | {lanes / both:f2} | {(same ? "yes" : "NO")} | {Ms(large)} | {single / large:f2} |";
            }
    }

    private static ArraySolution Solve(ArrayCircuit circuit, double[] volts, double tolerance) =>
        new ArraySolver(circuit, new() { OutputTolerance = tolerance }).Solve(volts, new double[circuit.Cells.Columns]);

    private static (ArrayCircuit Circuit, double[] Volts) Mild(int n) => Random(n, 1e4, 1e6, 1);

    private static (ArrayCircuit Circuit, double[] Volts) Harsh(int n) => Random(n, 1e3, 1e5, 10);

    private static (ArrayCircuit Circuit, double[] Volts) Random(int n, double low, double high, double ohms)
    {
        var stream = RandomKey.FromSeed(1).Stream();
        double[] siemens = new double[n * n], volts = new double[n];
        for (int k = 0; k < siemens.Length; k++) siemens[k] = 1 / (low + (high - low) * stream.NextUniform());
        for (int i = 0; i < n; i++) volts[i] = 0.3 * stream.NextUniform();
        return (new(new(n, n, siemens), ArrayWires.Uniform(ohms)), volts);
    }

    private static double TriadBytesPerSecond()
    {
        const int Length = 1 << 23;
        double[] a = new double[Length], b = new double[Length], c = new double[Length];
        Array.Fill(b, 1);
        Array.Fill(c, 2);
        return 3.0 * 8 * Length / Seconds(() => TensorPrimitives.MultiplyAdd(c, 3.0, b, a));
    }

    private static string Error(double[] amperes, ArraySolution exact)
    {
        double worst = amperes.Zip(exact.OutputAmperes, (x, y) => Math.Abs(x - y)).Max(), largest = exact.OutputAmperes.Max(Math.Abs);
        return (worst / largest).ToString("0.0e-0", CultureInfo.InvariantCulture);
    }

    /// <summary>Median of repetitions, after warm-up, for about two seconds.</summary>
    internal static double Seconds(Action action)
    {
        var all = Stopwatch.StartNew();
        action();
        while (all.Elapsed.TotalSeconds < 0.3) action();
        var times = new List<double>();
        all.Restart();
        while (times.Count < 5 || (all.Elapsed.TotalSeconds < 1 && times.Count < 1000))
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (all.Elapsed.TotalSeconds > 20) break;
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    internal static string Ms(double seconds) => seconds switch
    {
        < 1e-2 => (1e3 * seconds).ToString("f3", CultureInfo.InvariantCulture),
        < 1 => (1e3 * seconds).ToString("f1", CultureInfo.InvariantCulture),
        _ => (1e3 * seconds).ToString("n0", CultureInfo.InvariantCulture),
    };

    private static string Heading() => $"""
        # The array solver

        Written by this command, which anyone can run (the peers are clones of github.com/sandialabs/cross-sim and github.com/joksas/badcrossbar;
        they need numpy, scipy and pathvalidate; without them their columns stay empty):

            dotnet run -c Release --project tests/Benchmarks -- array --cross-sim ../cross-sim --badcrossbar ../badcrossbar --out docs/results/array.md

        Machine: {ResultsPage.Machine()}. Times are medians after warm-up.


        """;

    private static string Footing() => """

        How it works, and why the error estimate can be trusted: [theory](../theory/array.md).

        """;
}
