using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Optimisation;

// array [--cross-sim DIR] [--badcrossbar DIR] [--python P] [--out FILE]   array solver beside its peers, as a Markdown page
// settling [--ngspice-up-to N] [--out FILE]   side-by-side settling times, as a Markdown page
// problems --data DIR [--out FILE]            public instances, circuit beside digital, as a Markdown page
// energy --data DIR [--out FILE]              analogue and digital energy on g05_60.0 and G1, as a Markdown page
// clocked [--out FILE]                        the clocked machine: reads per second, ideal and wired, as a Markdown page
// digital [--python PROGRAM] [--out FILE]      the digital engine beside numpy, as a Markdown page
// tours --data DIR [--seconds S] [--out FILE]  tours by windows of a machine, as a Markdown page
// devices [--devices A,B] [--ngspice-up-to N] [--out FILE]    arrays of switching cells, beside ngspice, as a Markdown page
// noise [--python PROGRAM] [--out FILE]       noise generators beside MathNet and numpy, as a Markdown page
// noise-engines [--runs N] [--time-constants T] [--own-time-constants T] [--out FILE]  noise of every kind in all engines, as a Markdown
// page recall [--mnist DIR] [--segment-ohms R] [--out FILE]  digits on the circuit beside the digital engine, as a Markdown page
// optimisation --data DIR [--dwave P] [--mqlib P] [--only PART] [--time-factor F] [--out FILE]  digital solvers beside their peers
// micro [BenchmarkDotNet options]             kernels
return args.FirstOrDefault() switch
{
    "array" => ArrayBenchmark.Run(args[1..]),
    "settling" => SettlingBenchmark.Run(args[1..]),
    "problems" => ProblemsBenchmark.Run(args[1..]),
    "energy" => EnergyBenchmark.Run(args[1..]),
    "clocked" => ClockedBenchmark.Run(args[1..]),
    "digital" => DigitalBenchmark.Run(args[1..]),
    "tours" => ToursBenchmark.Run(args[1..]),
    "devices" => DevicesBenchmark.Run(args[1..]),
    "noise" => NoiseBenchmark.Run(args[1..]),
    "noise-engines" => NoiseEnginesBenchmark.Run(args[1..]),
    "recall" => RecallMachineBenchmark.Run(args[1..]),
    "optimisation" => OptimisationBenchmark.Run(args[1..]),
    "micro" => Micro(args[1..]),
    _ => Usage(),
};

static int Micro(string[] options)
{
    BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).Run(options.Length == 0 ? ["--filter", "*"] : options);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks -- array [--cross-sim DIR] [--badcrossbar DIR] [--out FILE] | "
        + "settling [--ngspice-up-to N] [--out FILE] | problems --data DIR [--out FILE] | energy --data DIR [--out FILE] | clocked [--out FILE] | "
        + "digital [--out FILE] | recall [--out FILE] | devices [--devices A,B] [--ngspice-up-to N] [--out FILE] | "
        + "noise [--out FILE] | noise-engines [--out FILE] | optimisation --data DIR [--out FILE] | micro [options]");
    return 2;
}
