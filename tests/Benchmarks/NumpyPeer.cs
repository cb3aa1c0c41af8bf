using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Runs a Python script with numpy on one core, in the same run as our own measurements: the peer of the digital engine. The script prints
/// lines "name value". Without numpy there is no peer, and the page says so.
/// </summary>
internal sealed class NumpyPeer
{
    private static readonly string[] s_candidates = ["python3", "/usr/bin/python3", "python"];
    private readonly string? _python;

    public NumpyPeer(string? python)
    {
        _python = (python is null ? s_candidates : [python]).FirstOrDefault(candidate =>
            Output(candidate, "-c", "import numpy") is not null);
        Description = _python is null ? "numpy was not found: peers are missing" : Output(_python, "-c", Describe)!.Trim();
    }

    /// <summary>Version of numpy and the library under it.</summary>
    public string Description { get; }

    private const string Describe = """
        import numpy, glob, os
        maps = open('/proc/self/maps').read() if os.path.exists('/proc/self/maps') else ''
        import numpy.linalg
        numpy.ones((64,64)) @ numpy.ones((64,64))
        maps = open('/proc/self/maps').read() if os.path.exists('/proc/self/maps') else ''
        names = sorted({os.path.basename(os.path.realpath(line.split()[-1])) for line in maps.splitlines() if 'blas' in line or 'lapack' in line or 'mkl' in line})
        print('numpy', numpy.__version__, 'with', ', '.join(names) or 'its own BLAS')
        """;

    /// <summary>The named figures that the script prints; empty without numpy.</summary>
    public IReadOnlyDictionary<string, double> Run(string script)
    {
        if (_python is null) return new Dictionary<string, double>();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".py");
        try
        {
            File.WriteAllText(path, script);
            string output = Output(_python, path) ?? throw new InvalidOperationException($"The numpy script failed:\n{script}");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Output(string python, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string threads in (string[])["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS",
                "MKL_NUM_THREADS"]) start.Environment[threads] = "1";
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 && !errors.Result.Contains("No module named",
                StringComparison.Ordinal)) Console.Error.Write(errors.Result);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
