using System.Diagnostics;
using Benchmarks;
using Crossbar.Engines;
using Crossbar.Engines.Reduced;
using Hopfield.Numerics;

foreach (int n in new[] { 16, 32, 64, 128, 256 })
{
    var netlist = HopfieldCircuits.Make(n, 1, 1);
    for (int rep = 0; rep < 3; rep++)
    {
        var clock = Stopwatch.StartNew();
        var circuit = new ReducedEngine().Load(netlist);
        double load = clock.Elapsed.TotalMilliseconds;
        var request = new TransientRequest { StopSeconds = HopfieldCircuits.StopSeconds(netlist) };
        var times = new List<double>();
        CircuitSolution? solution = null;
        for (int k = 0; k < 20; k++)
        {
            clock.Restart();
            solution = circuit.Transient(request with { InitialVolts = HopfieldCircuits.Start([.. netlist.ProbeNodes], RandomKey.FromSeed((ulong)k)) });
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine($"N={n} load {load:f1} ms, settle median {times.Order().ElementAt(10):f2} min {times.Min():f2} ms, steps {solution!.Steps}, residual {solution.ResidualAmperes:e1}");
    }
}
