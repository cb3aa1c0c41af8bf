using System.Diagnostics;
using System.Globalization;
using Hopfield.Files;

namespace Benchmarks;

/// <summary>
/// CrossSim and badcrossbar on the same arrays, in a Python process that this class starts. Their folders are clones of the public
/// repositories; what is missing is left out.
/// </summary>
internal sealed class ArrayPeers(string? crossSim, string? badcrossbar, string python)
{
    private const string Script = """
        import os, sys, time
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"): os.environ[name] = "1"
        import logging, numpy as np
        peer, where, g_file, v_file, out, ohms, tolerance, repeats = sys.argv[1:9]
        sys.path.insert(0, where)
        g, v, ohms, repeats = np.load(g_file), np.load(v_file).ravel(), float(ohms), int(repeats)
        if peer == "badcrossbar":
            import warnings; warnings.simplefilter("ignore")
            import badcrossbar
            logging.disable(logging.CRITICAL)
            r = 1 / g
            run = lambda: np.asarray(badcrossbar.compute(v[:, None], r, ohms).currents.output).ravel()
        else:
            from simulator import CrossSimParameters
            from simulator.backend import ComputeBackend
            ComputeBackend(use_gpu=False)
            from simulator.circuits.array.NonInterleaved_InputSource import NoninterleavedInputSourceArray
            least = 1 / g.max()
            params = CrossSimParameters()
            params.xbar.device.Rmin, params.xbar.device.Rmax = least, 1 / g.min()
            params.xbar.array.parasitics.enable = True
            params.xbar.array.parasitics.Rp_row = params.xbar.array.parasitics.Rp_col = ohms
            params.simulation.hide_convergence_msg = True
            if float(tolerance) > 0:
                params.simulation.Verr_th_mvm = float(tolerance)
                params.simulation.Niters_max_parasitics = 10000
            top = v.max()
            matrix, vector = np.ascontiguousarray(g.T) * least, v / top
            def run():
                array = NoninterleavedInputSourceArray(params)
                return array.iterative_solve(matrix, vector) * top / least
        result = run()
        seconds = []
        for _ in range(repeats):
            start = time.perf_counter()
            result = run()
            seconds.append(time.perf_counter() - start)
        np.save(out, result.reshape(1, -1))
        print(sorted(seconds)[len(seconds) // 2])
        """;

    public bool HasCrossSim => crossSim is not null;

    public bool HasBadcrossbar => badcrossbar is not null;

    /// <summary>Seconds of one solution (median) and its output currents; null when the peer fails or takes longer than allowed.</summary>
    /// <param name="peer">"crosssim" or "badcrossbar".</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="siemens">Cells, S.</param>
    /// <param name="volts">Inputs, V.</param>
    /// <param name="ohms">Segment, Ω.</param>
    /// <param name="tolerance">CrossSim's tolerance; 0 for its default.</param>
    /// <param name="repeats">Timed repetitions.</param>
    /// <param name="limit">Longest time allowed in all.</param>
    public (double Seconds, double[] Amperes)? Solve(
        string peer, int n, double[] siemens, double[] volts, double ohms, double tolerance, int repeats, TimeSpan limit)
    {
        if ((peer == "crosssim" ? crossSim : badcrossbar) is not { } where) return null;
        string folder = Directory.CreateTempSubdirectory("hopfield-peers-").FullName;
        try
        {
            string At(string name) => Path.Combine(folder, name);
            File.WriteAllText(At("peer.py"), Script);
            MatrixFile.Write(At("g.npy"), new(n, n, siemens));
            MatrixFile.Write(At("v.npy"), new(1, n, volts));
            string[] arguments =
            [
                At("peer.py"), peer, where, At("g.npy"), At("v.npy"), At("out.npy"), ohms.ToString(CultureInfo.InvariantCulture),
                tolerance.ToString(CultureInfo.InvariantCulture), repeats.ToString(CultureInfo.InvariantCulture),
            ];
            using var process = Process.Start(new ProcessStartInfo(python,
                arguments)
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine($"{peer}, {n}: {errors.Result.Trim().Split('\n').Last()}");
                return null;
            }
            double seconds = double.Parse(text.Result.Trim().Split('\n').Last(), CultureInfo.InvariantCulture);
            return (seconds, MatrixFile.Read(At("out.npy")).Values);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
