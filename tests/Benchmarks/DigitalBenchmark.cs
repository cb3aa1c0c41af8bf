using System.Diagnostics;
using System.Numerics.Tensors;
using System.Text;
using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;
using Hopfield.Patterns;
using Hopfield.Recall;
using Hopfield.Sampling;

namespace Benchmarks;

/// <summary>The digital engine's rates on one core, each beside what numpy or the machine itself does in the same run.</summary>
internal static class DigitalBenchmark
{
    private const int Pixels = 784, Batch = 64;

    public static int Run(string[] args)
    {
        var numpy = new NumpyPeer(ResultsPage.Option(args, "--python"));
        var page = new StringBuilder(Heading(numpy));
        Recall(page, numpy);
        Modern(page, numpy);
        Sampling(page, numpy);
        Pseudoinverse(page, numpy);
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    // The runtime compiles hot code again in the background, after 30 calls and a tenth of a second without new code. Our choice.
    private const double WarmUpSeconds = 0.6;

    /// <summary>Shortest of the repetitions once the code is compiled for good: what it needs when nothing else runs.</summary>
    private static double Seconds(int repetitions, Action work)
    {
        double best = double.PositiveInfinity;
        long begin = Stopwatch.GetTimestamp();
        for (int k = 0; k < 2 || Stopwatch.GetElapsedTime(begin).TotalSeconds < WarmUpSeconds; k++) work();
        for (int k = 0; k < repetitions; k++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    private static void Row(StringBuilder page, params string[] cells)
    {
        string row = "| " + string.Join(" | ", cells) + " |";
        Console.Error.WriteLine(row);
        page.Append(row).Append('\n');
    }

    private static string Peer(IReadOnlyDictionary<string, double> peer, string name, Func<double, string> text) =>
        peer.TryGetValue(name, out double value) ? text(value) : "-";

    private static void Recall(StringBuilder page, NumpyPeer numpy)
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 100).Select(m => Spins.Random(Pixels, new RandomKey(1).Fold(m)))];
        var learned = new PseudoinverseRule().Learn(patterns);
        double[] weights = learned.ToMatrix(true), fields = new double[Pixels];
        var network = new RecallNetwork(weights, Pixels);
        sbyte[][] cues = [.. Enumerable.Range(0, Batch).Select(k => PatternNoise.Flip(patterns[k], 0.1, new RandomKey(3).Fold(k)))];
        RecallEnd[] ends = network.Asynchronous(cues, new RandomKey(5));
        long updates = ends.Sum(end => (long)end.Sweeps * Pixels), flips = ends.Sum(end => end.Flips);
        double whole = Seconds(60, () => network.Asynchronous(cues, new RandomKey(5)));
        double[] states = [.. cues.SelectMany(cue => Spins.ToActivations(cue))], first = new double[Batch * Pixels];
        double products = Seconds(60, () =>
            MatrixProduct.Multiply<double>(states, Operand.Plain, weights, Operand.Plain, first, Batch, Pixels, Pixels));
        int[] rows = new int[1000];
        var stream = new RandomKey(9).Stream();
        for (int k = 0; k < rows.Length; k++) rows[k] = stream.NextIndex(Pixels);
        double rowAdd = Seconds(60, () =>
        {
            foreach (int row in rows) TensorPrimitives.MultiplyAdd<double>(weights.AsSpan(row * Pixels, Pixels), 1e-9, fields, fields);
        }) / rows.Length;
        double sweeps = whole - products;
        var peer = numpy.Run($$"""
            import numpy as np, time
            rng = np.random.default_rng(1)
            X = np.sign(rng.standard_normal(({{Pixels}}, 100)))
            W = X @ np.linalg.solve(X.T @ X, X.T)
            cues = [X[:, k].copy() for k in range({{Batch}})]
            for v in cues: v[rng.choice({{Pixels}}, 78, replace=False)] *= -1
            best = best_fields = 1e9
            for _ in range(5):
                t0 = time.perf_counter()
                H = np.array(cues) @ W
                t1 = time.perf_counter()
                updates = 0
                for v0, h0 in zip(cues, H):
                    v, h = v0.copy(), h0.copy()
                    while True:
                        changed = False
                        for i in rng.permutation({{Pixels}}):
                            updates += 1
                            if v[i] * h[i] < 0:
                                v[i] = -v[i]
                                h += (2 * v[i]) * W[i]
                                changed = True
                        if not changed: break
                t2 = time.perf_counter()
                best, best_fields = min(best, t2 - t1), min(best_fields, t1 - t0)
            print('updates_per_second', updates / best)
            print('whole', (best + best_fields) / {{Batch}})
            """);
        page.Append("""

            ## Asynchronous recall, N = 784, pseudoinverse of 100 random patterns with its diagonal, 10 % noise, double precision

            Both sides get the first fields of 64 cues from one matrix product and then keep them up to date flip by flip. *Sweeps* are without
            that product. *Row-add* is fields += c·row on random rows, measured alone: a flip cannot take less.

            | | ours | numpy | ratio |
            |---|---|---|---|

            """);
        Row(page, "spin updates per second, sweeps", $"{updates / sweeps / 1e6:f1} M",
            Peer(peer, "updates_per_second", value => $"{value / 1e6:f2} M"),
            Peer(peer, "updates_per_second", value => $"{updates / sweeps / value:f1}"));
        Row(page, "whole recall", $"{whole / Batch * 1e6:f1} µs", Peer(peer, "whole", value => $"{value * 1e6:f0} µs"),
            Peer(peer, "whole", value => $"{value / (whole / Batch):f1}"));
        Row(page, "sweeps per flip, against one row-add", $"{sweeps / flips * 1e9:f0} ns",
            $"row-add {rowAdd * 1e9:f0} ns = {24e-9 * Pixels / rowAdd:f0} GB/s",
            $"{sweeps / flips / rowAdd:f2}");
    }

    private static void Modern(StringBuilder page, NumpyPeer numpy)
    {
        var peer = numpy.Run("""
            import numpy as np, time
            def best(n, f):
                b = 1e9
                for _ in range(n):
                    t = time.perf_counter(); f(); b = min(b, time.perf_counter() - t)
                return b
            a = np.random.rand(2000, 2000).astype('f')
            print('sgemm', 16e9 / best(8, lambda: a @ a))
            for name, p, d in (('digits', 60000, 784), ('repertoire', 1000000, 64)):
                X, Q = np.random.rand(p, d).astype('f'), np.random.rand(64, d).astype('f')
                def step():
                    s = Q @ X.T
                    s *= np.float32(0.1)
                    s -= s.max(1, keepdims=True)
                    np.exp(s, s)
                    s /= s.sum(1, keepdims=True)
                    return s @ X
                print(name, best(3, step))
            """);
        int size = 2000;
        float[] a = Uniform(size * size, 1), c = new float[size * size];
        double product = 2.0 * size * size * size / Seconds(6, () =>
            MatrixProduct.Multiply<float>(a, Operand.Plain, a, Operand.Plain, c, size, size, size));
        page.Append("""

            ## Modern retrieval, 64 queries, one softmax step, single precision

            The rate counts the two matrix products only, 4·p·d·64 operations; the exponentials come on top. Scores of one block of patterns are all that
            is ever stored: numpy stores p × 64 of them.

            | | ours | numpy | ratio | part of numpy's matrix-multiply rate |
            |---|---|---|---|---|

            """);
        Row(page, "matrix product 2000 × 2000 × 2000", $"{product / 1e9:f1} GFLOP/s",
            Peer(peer, "sgemm", value => $"{value / 1e9:f1} GFLOP/s"),
            Peer(peer, "sgemm", value => $"{product / value:f2}"), "");
        foreach (var (name, count, dimension) in ((string, int, int)[])[("digits", 60_000, Pixels), ("repertoire", 1_000_000, 64)])
        {
            float[] patterns = Uniform(count * dimension, 2), queries = Uniform(Batch * dimension, 3);
            long before = GC.GetTotalAllocatedBytes(true), allocated = 0;
            double seconds = Seconds(4, () =>
            {
                before = GC.GetTotalAllocatedBytes(true);
                var retrieval = new StreamingRetrieval(queries, dimension, 0.1);
                retrieval.Absorb(patterns);
                retrieval.States();
                allocated = GC.GetTotalAllocatedBytes(true) - before;
            });
            double rate = 4.0 * count * dimension * Batch / seconds;
            Row(page, $"{count:n0} patterns × {dimension}, {allocated / 1e6:f1} MB beside the patterns",
                $"{seconds * 1e3:f0} ms, {rate / 1e9:f1} GFLOP/s",
                Peer(peer, name, value => $"{value * 1e3:f0} ms"), Peer(peer, name, value => $"{value / seconds:f2}"),
                Peer(peer, "sgemm", value => $"{100 * rate / value:f0} %"));
        }
    }

    private static void Sampling(StringBuilder page, NumpyPeer numpy)
    {
        const int spins = 1000, side = 64;
        var peer = numpy.Run($$"""
            import numpy as np, time
            rng = np.random.default_rng(1)
            L, R, T = {{side}}, 64, 2.27
            s = rng.choice(np.array([-1, 1], np.int8), (R, L, L))
            x, y = np.indices((L, L))
            masks = [(x + y) % 2 == c for c in (0, 1)]
            table = np.exp(-2 * np.arange(-4, 5) / T).astype('f')
            best = 1e9
            for _ in range(10):
                t = time.perf_counter()
                for m in masks:
                    f = np.roll(s, 1, 1) + np.roll(s, -1, 1) + np.roll(s, 1, 2) + np.roll(s, -1, 2)
                    s[(rng.random(s.shape, dtype='f') < table[s * f + 4]) & m] *= -1
                best = min(best, time.perf_counter() - t)
            print('lattice', R * L * L / best)
            J = rng.choice(np.array([-1, 1], 'f'), ({{spins}}, {{spins}})); J = np.triu(J, 1); J = J + J.T
            s = rng.choice(np.array([-1, 1], 'f'), ({{spins}}, R))
            best = 1e9
            for _ in range(4):
                t = time.perf_counter()
                for i in range({{spins}}):
                    up = rng.random(R, dtype='f') * (1 + np.exp((-2 / 30) * (J[i] @ s))) < 1
                    s[i] = np.where(up, 1, -1)
                best = min(best, time.perf_counter() - t)
            print('dense', R * {{spins}} / best)
            """);
        page.Append("""

            ## Sampling at a temperature: attempted flips per second

            Every attempt has random bits of its own. The scalar row is `GlauberDynamics`, which also keeps energy and fields and checks them.
            numpy updates 64 replicas at once: a chessboard half, or one site of a dense model, per call.

            | model | method | attempts per second | numpy | ratio |
            |---|---|---|---|---|

            """);
        var lattice = new SquareLattice(side, new RandomKey(1));
        foreach (double t in (double[])[1.5, 2.27, 5])
        {
            lattice.Sweep(50, t);
            double rate = 20.0 * side * side * SquareLattice.Replicas / Seconds(20, () => lattice.Sweep(20, t));
            Row(page, $"square lattice {side} × {side}, T = {t}", "multi-spin coding, 512 replicas", $"{rate / 1e9:f2} G",
                t == 2.27 ? Peer(peer, "lattice", value => $"{value / 1e6:f0} M") : "",
                    t == 2.27 ? Peer(peer, "lattice", value => $"{rate / value:f0}") : "");
        }
        var stream = new RandomKey(7).Stream();
        var couplings = new double[spins * spins];
        for (int i = 0; i < spins; i++)
            for (int j = 0; j < i; j++) couplings[i * spins + j] = couplings[j * spins + i] = stream.NextSpin();
        var dense = new IsingModel(Couplings.Dense(couplings, spins));
        foreach (var (name, model, t, key) in ((string, IsingModel, double, string)[])
            [($"dense ±1, N = {spins}, T = 30", dense, 30, "dense"),
                ($"sparse ±1, square lattice {side} × {side}, T = 2.27", lattice.ToModel(), 2.27, "lattice")])
        {
            var lanes = new ReplicaSampler(model, ReplicaSampler.BlockReplicas, new RandomKey(1));
            double laneRate = (double)model.Size * ReplicaSampler.BlockReplicas / Seconds(20, () => lanes.Sweep(1, t));
            Row(page, name, "64 replicas in lanes", $"{laneRate / 1e6:f0} M", Peer(peer, key, value => $"{value / 1e6:f1} M"),
                Peer(peer, key, value => $"{laneRate / value:f0}"));
            var scalar = new GlauberDynamics { Temperature = t, SweepCount = 20 }.Prepare(model);
            double[] start = Spins.ToActivations(Spins.Random(model.Size, new RandomKey(2)));
            double scalarRate = 20.0 * model.Size / Seconds(5, () => scalar.Settle(start, new RandomKey(3)));
            Row(page, name, "one run with its record", $"{scalarRate / 1e6:f1} M", "", "");
        }
    }

    private static void Pseudoinverse(StringBuilder page, NumpyPeer numpy)
    {
        var peer = numpy.Run($$"""
            import numpy as np, time
            rng = np.random.default_rng(1)
            X = np.sign(rng.standard_normal(({{Pixels}}, 500)))
            def best(f):
                b = 1e9
                for _ in range(12):
                    t = time.perf_counter(); f(); b = min(b, time.perf_counter() - t)
                return b
            print('pinv', best(lambda: X @ np.linalg.pinv(X)))
            print('solve', best(lambda: X @ np.linalg.solve(X.T @ X, X.T)))
            """);
        sbyte[][] patterns = [.. Enumerable.Range(0, 500).Select(m => Spins.Random(Pixels, new RandomKey(1).Fold(m)))];
        double seconds = Seconds(12, () => new PseudoinverseRule().Learn(patterns));
        page.Append("""

            ## Pseudoinverse weights of 500 patterns of 784 pixels

            Ours is the whole rule: check of the patterns, rank, projector, couplings checked for symmetry.

            | ours | numpy, X·pinv(X) | numpy, X·solve(XᵀX, Xᵀ) | ours over the faster |
            |---|---|---|---|

            """);
        Row(page, $"{seconds * 1e3:f1} ms", Peer(peer, "pinv", value => $"{value * 1e3:f1} ms"),
            Peer(peer, "solve", value => $"{value * 1e3:f1} ms"),
            Peer(peer, "solve", value => $"{seconds / Math.Min(value, peer["pinv"]):f2}"));
    }

    private static float[] Uniform(int count, ulong seed)
    {
        var words = new ulong[(count + 1) / 2];
        new RandomBits(RandomKey.FromSeed(seed)).Fill(0, words);
        var values = new float[count];
        for (int k = 0; k < count; k++) values[k] = (uint)(words[k / 2] >> (k % 2 * 32)) / 4294967296f - 0.5f;
        return values;
    }

    private static string Heading(NumpyPeer numpy) => $"""
        # The digital engine's rates

        One core on both sides; the shortest of several repetitions. Written by this command, which anyone can run:

            dotnet run -c Release --project tests/Benchmarks -- digital --out docs/results/digital.md

        Machine: {ResultsPage.Machine()}; {numpy.Description}.

        """;
}
