using System.Runtime.Intrinsics;

namespace Crossbar.Arrays.Solving;

/// <summary>Solves groups of eight inputs and hands out their currents: the workspace of one thread.</summary>
internal sealed class LaneBatch(PaddedGrid grid, double[] siemens, LineFamily words, LineFamily bits, ArraySolverOptions options)
{
    // Extrapolation keeps one number more, and is worth it when plain steps gain less than this factor each (our choice, by measurement).
    private const double SlowRate = 0.2;
    private const int Lanes = LaneSweeps.Lanes, PlainSteps = 3;

    // Sums of a hundred currents settle in far fewer; what lasts longer may be outputs that cancel (our choice).
    private const int PatientIterations = 40;
    private readonly LaneSweeps _sweeps = new(grid, siemens, words, bits);
    private readonly LaneAudit _audit = new(grid, siemens, words, bits);
    private readonly LaneWatch _watch = new(grid.Columns, options.OutputTolerance);

    /// <summary>Port voltages of the word lines, rows × lanes, V.</summary>
    public Span<double> WordVolts => _sweeps.WordVolts;

    /// <summary>Port voltages of the bit lines, columns × lanes, V.</summary>
    public Span<double> BitVolts => _sweeps.BitVolts;

    /// <summary>Largest mismatch of Kirchhoff's current law, A.</summary>
    public double ResidualAmperes => _audit.MismatchAmperes;

    /// <summary>Estimated largest error of an output, A.</summary>
    public double OutputErrorAmperes => _watch.ErrorAmperes;

    public bool Converged => _watch.IsContent;

    /// <summary>Current into word line i, in a lane, A.</summary>
    public double Driver(int i, int lane) => _audit.Drivers[i * Lanes + lane];

    /// <summary>Currents out of bit line j, in all lanes, A.</summary>
    public Vector512<double> Output(int j) => _sweeps.Output(j);

    /// <summary>Solves for the port voltages given.</summary>
    /// <param name="ritzValues">Ritz values of I − T, asked for only when plain steps are slow.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <returns>Iterations spent.</returns>
    public int Solve(Func<double[]> ritzValues, CancellationToken cancellation)
    {
        int iterations = 1;
        bool patienceEnded = false;
        _sweeps.Begin();
        _watch.AllowRoundingOf(default);
        while (true)
        {
            _watch.Forget();
            double[] values = [];
            double rate = 0;
            for (int step = 0; !_watch.IsNearlyContent && iterations < options.IterationLimit; step++, iterations++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (values.Length > 0) _sweeps.Extrapolate(1 / values[step % values.Length]);
                else if (step < PlainSteps || _watch.Rate < SlowRate) _sweeps.Step();
                else
                {
                    values = ritzValues();
                    rate = 1 - values.Min();
                    step = -1;
                    _sweeps.BeginExtrapolation();
                }
                _watch.Observe(_sweeps, rate);
                if (iterations >= PatientIterations && !patienceEnded)
                {
                    patienceEnded = true;
                    _watch.AllowRoundingOf(_sweeps.GrossAmperes());
                }
            }
            _sweeps.Finish();
            _watch.Observe(_sweeps, rate);
            iterations++;
            if (_watch.IsContent || iterations >= options.IterationLimit) break;
            _sweeps.Resume();
            iterations++;
        }
        _audit.Evaluate(_sweeps);
        return iterations;
    }
}
