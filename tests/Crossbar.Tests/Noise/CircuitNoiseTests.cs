using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Tests.Layout;
using Crossbar.Tests.Reduced;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>Noise in transients of the reduced engine: exact sums, kT/C, convergence, cells, refusals.</summary>
public class CircuitNoiseTests(ITestOutputHelper output)
{
    private const double kT = PhysicalConstants.BoltzmannJoulesPerKelvin * 300;
    private static readonly INoiseModel s_thermal = new ThermalNoise();

    private static Netlist Rc(int count, double ohms, double farads) => new()
    {
        Title = "resistors with capacitors",
        Elements = [.. Enumerable.Range(0, count).SelectMany(i => new NetlistElement[]
        {
            new Resistor($"r{i}", $"u{i}", "0", ohms), new Capacitor($"c{i}", $"u{i}", "0", farads),
        })],
        ProbeNodes = [.. Enumerable.Range(0, count).Select(i => $"u{i}")],
    };

    private static double[] Grid(double stop, int points) => [.. Enumerable.Range(1, points).Select(k => stop * k / points)];

    /// <summary>64 000 nearly independent samples: the variance is known to 0.56 %, so 2 % is 3.6 standard errors (false alarm
    /// 3e-4).</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.05)]
    public void Resistor_WithCapacitor_HasTheVarianceKTOverC(double stepOverTau)
    {
        const double Ohms = 1e4, Farads = 1e-13, Tau = Ohms * Farads;
        const int Nodes = 16, Points = 4000;
        double stop = 2 * Tau * Points;
        var run = new ReducedEngine().Load(Rc(Nodes, Ohms, Farads)).Transient(new()
        {
            StopSeconds = stop,
            OutputSeconds = Grid(stop, Points),
            Noise = new() { Models = [s_thermal], StepSeconds = stepOverTau * Tau, Key = RandomKey.FromSeed((ulong)(1 / stepOverTau)) },
        });
        double variance = run.Volts.Values.Average(u => u.Skip(5).Average(v => v * v)), relative = variance / (kT / Farads);
        output.WriteLine($"step {stepOverTau} tau: variance {relative:f4} kT/C");
        Assert.InRange(relative, 0.98, 1.02);
        Assert.True(run.Converged);
    }

    /// <summary>
    /// The port covariance of a wired array, 4kT Re Y, against the sum over every cell and every wire segment of 4kTG (V_a − V_b)(V_a
    /// − V_b)′ with
    /// the element's voltages for each port at 1 V: what reciprocity says that the element's own source drives out of the ports.
    /// </summary>
    [Fact]
    public void PortNoise_OfAWiredArray_IsTheSumOverItsElements()
    {
        const int Rows = 5, Columns = 4, Ports = Rows + Columns;
        var (cells, _, _) = RandomArray.Make(Rows, Columns, 11, open: 0);
        var wires = new ArrayWires { WordSegmentOhms = 150, BitSegmentOhms = 250 };
        string[] words = [.. Enumerable.Range(0, Rows).Select(i => $"w{i}")], bits = [.. Enumerable.Range(0, Columns).Select(j => $"b{j}")];
        var array = new CrossbarArray("x", words, bits, cells, wires);
        double[] density = NetworkNoise.Of(ArrayPorts.Of(array), 300).Density();

        var solver = new ArraySolver(new(cells, wires), new() { OutputTolerance = 1e-13 });
        var solutions = Enumerable.Range(0, Ports).Select(p =>
        {
            double[] word = new double[Rows], bit = new double[Columns];
            if (p < Rows) word[p] = 1;
            else bit[p - Rows] = 1;
            return solver.Solve(word, bit);
        }).ToArray();
        var expected = new double[Ports * Ports];
        void Add(double siemens, Func<ArraySolution, double> volts)
        {
            double[] v = [.. solutions.Select(volts)];
            for (int p = 0; p < Ports; p++)
                for (int q = 0; q < Ports; q++) expected[p * Ports + q] += 4 * kT * siemens * v[p] * v[q];
        }

        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
            {
                int c = i * Columns + j, row = i, column = j;
                Add(cells[i, j], s => s.WordNodeVolts[c] - s.BitNodeVolts[c]);
                Add(1 / wires.WordSegmentOhms, s => (column == 0 ? s.WordPortVolts[row] : s.WordNodeVolts[c - 1]) - s.WordNodeVolts[c]);
                Add(1 / wires.BitSegmentOhms, s => s.BitNodeVolts[c] - (row == Rows - 1 ? s.BitPortVolts[column] : s.BitNodeVolts[c
                    + Columns]));
            }
        double largest = expected.Max();
        double worst = expected.Zip(density, (a, b) => Math.Abs(a - b)).Max() / largest;
        output.WriteLine($"largest difference {worst:e1} of the largest entry; correlation of two bit lines "
            + $"{density[Rows * Ports + Rows + 1] / Math.Sqrt(density[Rows * Ports + Rows] * density[(Rows + 1) * Ports + Rows + 1]):f3}");
        Assert.True(worst < 1e-10, $"{worst}");
    }

    /// <summary>Samples have the covariance S/2h: 200 000 steps, every entry within 4.5 standard errors (81 entries, false alarm
    /// 6e-4).</summary>
    [Fact]
    public void PortNoise_Sampled_HasTheStatedCovariance()
    {
        var (cells, _, _) = RandomArray.Make(5, 4, 11, open: 0);
        string[] words = ["w0", "w1", "w2", "w3", "w4"], bits = ["b0", "b1", "b2", "b3"];
        var noise = NetworkNoise.Of(ArrayPorts.Of(new("x", words, bits, cells, ArrayWires.Uniform(200))), 300);
        const int Ports = 9, Steps = 200_000;
        const double Step = 1e-10;
        double[] sum = new double[Ports * Ports], now = new double[Ports], work = new double[Ports], s = noise.Density();
        for (int k = 0; k < Steps; k++)
        {
            noise.Sample(RandomKey.FromSeed(4), (ulong)k, Step, work, now);
            for (int p = 0; p < Ports; p++)
                for (int q = 0; q < Ports; q++) sum[p * Ports + q] += now[p] * now[q] / Steps;
        }
        for (int p = 0; p < Ports; p++)
            for (int q = 0; q < Ports; q++)
            {
                double c = s[p * Ports + q] / (2 * Step), cpp = s[p * Ports + p] / (2 * Step), cqq = s[q * Ports + q] / (2 * Step);
                Assert.True(Math.Abs(sum[p * Ports + q] - c) < 4.5 * Math.Sqrt((cpp * cqq + c * c) / Steps));
            }
    }

    /// <summary>
    /// Halving the step along one Brownian path halves the error at the end: strong order 1. A loop that amplifies, with noise far
    /// larger than
    /// thermal so that the amplifiers' curvature takes part; mean over 24 paths, against a step 16 times finer than the finest.
    /// </summary>
    [Fact]
    public void Heun_AlongOnePath_ConvergesWithStrongOrderOne()
    {
        var (cells, _, _) = RandomArray.Make(12, 6, 5, open: 0);
        var netlist = HopfieldCircuit.Make(6, cells, ArrayWires.Ideal, 1e-12, 1e4, 1, 3, [0.02, -0.01, 0.03, 0, 0.01, -0.02]);
        var circuit = new ReducedEngine().Load(netlist);
        double tau = ReducedModelBuilder.Build(netlist, CancellationToken.None).ShortestTimeConstant(), stop = 6.4 * tau;
        int[] finer = [2, 4, 8, 16];
        var errors = new double[finer.Length];
        for (int path = 0; path < 24; path++)
        {
            double[] End(int parts)
            {
                var run = circuit.Transient(new()
                {
                    StopSeconds = stop,
                    OutputSeconds = [stop],
                    Noise = new()
                    {
                        Models = [s_thermal],
                        Kelvin = 3e6,
                        StepSeconds = 0.1 * tau / parts,
                        SamplesPerStep = 256 / parts,
                        Key = RandomKey.FromSeed((ulong)path),
                    },
                });
                return [.. run.Volts.Values.Select(v => v[^1])];
            }

            double[] exact = End(256);
            for (int f = 0; f < finer.Length; f++)
                errors[f] += End(finer[f]).Zip(exact, (a, b) => (a - b) * (a - b)).Sum();
        }
        double[] orders = [.. Enumerable.Range(1, finer.Length - 1).Select(f => 0.5 * Math.Log2(errors[f - 1] / errors[f]))];
        output.WriteLine($"strong orders {string.Join(" ", orders.Select(o => $"{o:f2}"))}");
        Assert.All(orders, order => Assert.InRange(order, 0.85, 1.3));
    }

    /// <summary>Variance and autocorrelation of 16 coupled neurons against the Lyapunov equation of the linear network: 5 %; the error of
    /// 16 nodes over 4000 time constants is 0.9 %. Wires correlate the nodes' noise.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void SixteenNeurons_OnReduced_HaveTheVarianceAndCorrelationOfLinearTheory(double segmentOhms)
    {
        var circuit = new NoiseCircuits(segmentOhms);
        double tau = circuit.TimeConstant, stop = 4000 * tau;
        var run = new ReducedEngine().Load(circuit.Netlist).Transient(new()
        {
            StopSeconds = stop,
            OutputSeconds = Grid(stop, 8000),
            Noise = new() { Models = [s_thermal], StepSeconds = 0.05 * tau },
        });
        foreach (int lag in (int[])[0, 1, 2, 4])
        {
            double theory = circuit.MeanCorrelation(lag * tau / 2), ours = NoiseCircuits.MeanCorrelation(run.Volts.Values, lag);
            output.WriteLine($"lag {lag / 2.0} tau: {ours:e4} V2, theory {theory:e4}, ratio {ours / theory:f4}");
            Assert.Equal(theory, ours, 0.05 * circuit.MeanCorrelation(0));
        }
    }

    /// <summary>
    /// A cell at a fixed voltage whose current jumps, into a node: variance ΔI²p(1 − p)R² τ/(τ + RC), R the node's resistance. 5 %
    /// (standard
    /// error 1 %). The same for read noise with reads much longer than RC: (σIR)².
    /// </summary>
    [Theory]
    [InlineData("rtn")]
    [InlineData("read")]
    [InlineData("flicker")]
    [InlineData("shot")]
    public void CellNoise_AtANode_HasTheVarianceOfItsDensity(string name)
    {
        const double G = 1e-5, Volts = 0.3, Farads = 1e-13, Leak = 1e5;
        const int Nodes = 64;
        var cells = new ConductanceMatrix(1, Nodes, [.. Enumerable.Repeat(G, Nodes)]);
        string[] bits = [.. Enumerable.Range(0, Nodes).Select(i => $"u{i}")];
        double nodeVolts = Volts * G / (G + 1 / Leak), ohms = 1 / (G + 1 / Leak), tau = ohms * Farads;
        var netlist = new Netlist
        {
            Title = "one row of cells",
            Elements = [new VoltageSource("v", "w", "0", SourceWaveform.Constant(Volts)), new CrossbarArray("x", ["w"], bits, cells,
                ArrayWires.Ideal),
                .. bits.Select((b, i) => new Capacitor($"c{i}", b, "0", Farads)), .. bits.Select((b, i) => new Resistor($"l{i}", b,
                    "0", Leak))],
            ProbeNodes = bits,
            InitialVolts = bits.ToDictionary(b => b, _ => nodeVolts),
        };
        INoiseModel model = name switch
        {
            "rtn" => new TelegraphNoise { CaptureSeconds = 3 * tau, EmissionSeconds = 1.5 * tau, SpreadDecades = 0 },
            "read" => new ReadNoise { ReadSeconds = 40 * tau },
            "flicker" => new FlickerNoise { LowHertz = 0.02 / tau, HighHertz = 2 / tau },
            _ => new ShotNoise(),
        };
        double stop = 2000 * tau;
        var run = new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = stop,
            OutputSeconds = Grid(stop, 4000),
            Noise = new() { Models = [model], StepSeconds = 0.05 * tau },
        });
        double variance = run.Volts.Values.Average(u => u.Skip(400).Average(v => (v - nodeVolts) * (v - nodeVolts)));
        var at = new NoisePoint(G, Volts - nodeVolts, 300);
        // ∫ S(f) R² / (1 + (2πfRC)²) df on a logarithmic axis.
        double expected = 0;
        const double Width = 0.01;
        for (double f = 1e-6 / tau; f < 1e3 / tau; f *= 1 + Width)
            expected += Width * f * model.Density(at, f * (1 + Width / 2)) * ohms * ohms / (1 + Math.Pow(2 * Math.PI * f * tau, 2));
        output.WriteLine($"{name}: {variance:e4} V2 of {expected:e4}, ratio {variance / expected:f4}");
        Assert.Equal(expected, variance, 0.06 * expected);
    }

    /// <summary>
    /// Held noise sees the voltage of the step's start (Itô), noise in straight lines sees it move (Stratonovich): the same samples give
    /// means that differ by S′/8CG. At 10 aF that is 2 mV, known to 2 % from 64 nodes over 400 time constants of the two runs'
    /// difference.
    /// </summary>
    [Fact]
    public void ShotNoise_HeldAgainstLines_DiffersByTheDriftOfStratonovich()
    {
        const double G = 1e-5, Farads = 1e-17, Tau = Farads / (2 * G);
        const int Nodes = 64;
        string[] bits = [.. Enumerable.Range(0, Nodes).Select(i => $"u{i}")];
        var netlist = new Netlist
        {
            Title = "one row of cells",
            Elements = [new VoltageSource("v", "w", "0", SourceWaveform.Constant(1)),
                new CrossbarArray("x", ["w"], bits, new(1, Nodes, [.. Enumerable.Repeat(G, Nodes)]), ArrayWires.Ideal),
                .. bits.Select((b, i) => new Capacitor($"c{i}", b, "0", Farads)),
                    .. bits.Select((b, i) => new Resistor($"l{i}", b, "0", 1 / G))],
            ProbeNodes = bits,
            InitialVolts = bits.ToDictionary(b => b, _ => 0.5),
        };
        double Mean(NoiseForm form) => new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = 400 * Tau,
            OutputSeconds = Grid(400 * Tau, 8000),
            Noise = new() { Models = [new ShotNoise()], StepSeconds = 0.05 * Tau, Form = form },
        }).Volts.Values.Average(u => u.Skip(400).Average());
        double d = 1e-3, slope = (new ShotNoise().Density(new(G, 0.5 + d, 300), 0) - new ShotNoise()
            .Density(new(G, 0.5 - d, 300), 0)) / (2 * d);
        double expected = slope / (8 * Farads * 2 * G), difference = Mean(NoiseForm.Held) - Mean(NoiseForm.StraightLines);
        output.WriteLine($"held less lines {difference:e3} V, theory {expected:e3} V");
        Assert.Equal(expected, difference, 0.1 * expected);
    }

    [Fact]
    public void SameKey_GivesTheSameBytes_AndAnotherKeyDoesNot()
    {
        var circuit = new ReducedEngine().Load(new NoiseCircuits().Netlist);
        double[] Run(ulong seed) => circuit.Transient(new()
        {
            StopSeconds = 1e-8,
            Noise = new()
            {
                Models = [.. Catalog.Of<INoiseModel>().Where(m => m.Place != NoisePlace.ComparatorInput)],
                Key = RandomKey.FromSeed(seed)
            },
        }).Volts.Values[3];
        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));
    }

    [Fact]
    public void NoiseThatCannotBe_IsRefusedWithAReason()
    {
        TransientRequest With(INoiseModel model, double? step = null) => new()
        {
            StopSeconds = 1e-8,
            Noise = new()
            {
                Models = [model],
                StepSeconds = step
            }
        };
        var circuit = new ReducedEngine().Load(Rc(1, 1e4, 1e-12));
        Assert.Contains("clocked comparator", Assert.Throws<CircuitException>(() =>
            circuit.Transient(With(new ComparatorNoise()))).Message);
        Assert.Contains("no array", Assert.Throws<CircuitException>(() => circuit.Transient(With(new TelegraphNoise()))).Message);
        Assert.Contains("longer step", Assert.Throws<CircuitException>(() => circuit.Transient(With(s_thermal, 1e-20))).Message);
        var netlist = new NoiseCircuits().Netlist;
        Netlist Samples(Netlist circuit, INoiseModel model, double stop) =>
            NoiseNetlist.WithSamples(circuit, new() { Models = [model], StepSeconds = 1e-12 }, stop, "ngspice");
        Assert.Contains("clocked comparator", Assert.Throws<CircuitException>(() => Samples(netlist, new ComparatorNoise(), 1e-9)).Message);
        Assert.Contains("no array", Assert.Throws<CircuitException>(() => Samples(Rc(1, 1e4, 1e-12), new FlickerNoise(), 1e-9)).Message);
        Assert.Contains("at most 1,000,000", Assert.Throws<CircuitException>(() => Samples(netlist, new FlickerNoise(), 1e-8)).Message);
        Assert.Contains("noise from the request", Assert.Throws<CircuitException>(() =>
            new ReducedEngine().Load(Samples(netlist, new FlickerNoise(), 1e-11))).Message);
        Assert.Contains("noise from the request", Assert.Throws<CircuitException>(() =>
            new ReducedEngine().Load(NoiseNetlist.WithThermalSources(netlist, new() { Models = [s_thermal] }, 1e-10))).Message);
        Assert.Contains("passive", Assert.Throws<ArgumentException>(() => NetworkNoise.Of([1, 2, 2, 1], 2, 300)).Message);
    }
}
