using BenchmarkDotNet.Attributes;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;

namespace Benchmarks;

/// <summary>The inner loops of the reduced engine: array reduction, right-hand side, and the array solve of the residual check.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private Netlist _netlist = null!;
    private ReducedModel _model = null!;
    private ReducedDynamics _dynamics = null!;
    private double[] _state = null!, _rate = null!, _words = null!;
    private CrossbarArray _array = null!;

    [Params(64, 128)]
    public int Neurons { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _netlist = HopfieldCircuits.Make(Neurons, 1, 1);
        _array = _netlist.Elements.OfType<CrossbarArray>().Single();
        _model = ReducedModelBuilder.Build(_netlist, CancellationToken.None);
        _dynamics = new ReducedDynamics(_model);
        _state = [.. Enumerable.Range(0, Neurons).Select(i => 0.02 * Math.Sin(i))];
        _rate = new double[Neurons];
        _words = [.. Enumerable.Range(0, 2 * Neurons).Select(i => Math.Cos(i))];
    }

    [Benchmark]
    public object Reduction() => ReducedModelBuilder.Build(_netlist, CancellationToken.None);

    /// <summary>Must allocate nothing.</summary>
    [Benchmark]
    public double RightHandSide()
    {
        _dynamics.Rate(0, _state, _rate);
        return _rate[0];
    }

    [Benchmark]
    public object WholeArraySolve() => ArraySolver.Solve(_array.Cells, _array.Wires, _words, _state);
}
