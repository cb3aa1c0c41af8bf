using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Crossbar.Bench;

/// <summary>Least squares of a device's parameters to a measured current: Levenberg–Marquardt on the simulated transient, parameters in the
/// logarithm (all are scales, of one sign), held inside bounds, with the covariance s²(JᵀJ)⁻¹ of the linearised problem. Switching makes
/// the sum of squares rugged, so that it is also looked at in 64 random places around the start, and the descent is made from the best of
/// them too. Source: Marquardt 1963, SIAM J. Appl. Math. 11:431; Moré 1978, Lect. Notes Math. 630:105.</summary>
public static class DeviceFit
{
    private const int MostIterations = 60, Scouts = 64, Descents = 4;
    private const double ScoutSpread = 1.1; // a factor of 3 either way
    private const double Difference = 1e-3, DefaultBoundFactor = 100, SmallGain = 1e-10, SimulationTolerance = 1e-6;

    /// <summary>Fits.</summary>
    /// <param name="device">Where to start from.</param>
    /// <param name="parameters">Names of the parameters to fit, each with its bounds; null bounds: a hundredth to a hundred times the
    /// start.</param>
    /// <param name="seconds">Times of the samples, s, increasing.</param>
    /// <param name="volts">Applied voltage at each sample, V; straight lines between.</param>
    /// <param name="amperes">Measured current at each sample, A.</param>
    /// <param name="cancellation">Ends it between simulations.</param>
    /// <exception cref="ArgumentException">A parameter does not exist, is 0, starts outside its bounds, or there are fewer samples than
    /// parameters.</exception>
    // Long because its local functions share the samples, scale and bounds of one fit; each of them is short.
    public static DeviceFitResult Run(
        IDeviceModel device, IReadOnlyList<(string Name, Interval? Bounds)> parameters, double[] seconds, double[] volts, double[] amperes,
        CancellationToken cancellation = default)
    {
        int n = Check.AtLeast(parameters.Count, 1, "number of parameters to fit"), m = seconds.Length;
        Check.Length(volts.Length, m, nameof(volts));
        Check.Length(amperes.Length, m, nameof(amperes));
        Check.AtLeast(m, n + 2, "number of samples");
        var drive = SourceWaveform.PiecewiseLinear([.. seconds.Select(t => t - seconds[0])], volts);
        double scale = Math.Sqrt(amperes.Average(i => i * i));
        if (!(scale > 0)) throw new ArgumentException("the measured current is zero throughout: nothing can be fitted.");
        double[] start = [.. parameters.Select(p => DeviceParameters.Get(device, p.Name))];
        var bounds = new (double Low, double High)[n];
        for (int k = 0; k < n; k++) bounds[k] = LogBounds(parameters[k].Name, start[k], parameters[k].Bounds);

        double[] given = [.. start.Select(value => Math.Log(Math.Abs(value)))];
        var normal = new DenseLu(n);
        var best = Descend(given);
        foreach (double[] place in Scout().Take(Descents))
        {
            var other = Descend(place);
            if (other.Cost < best.Cost) best = other;
        }
        var (logs, cost, iteration, converged) = best;
        var jacobian = new double[n][];
        Differentiate(logs, jacobian);
        var fitted = With(logs);
        return new DeviceFitResult(fitted, Fitted(logs, jacobian, cost, normal), scale * Math.Sqrt(cost / m), iteration, converged,
            Simulate(fitted));

        (double[] Logs, double Cost, int Iterations, bool Converged) Descend(double[] from)
        {
            double[] at = [.. from], residual = Residual(at), trial = new double[n];
            var slopes = new double[n][];
            double damping = 1e-3, sum = SumOfSquares(residual);
            for (int iteration = 1; iteration <= MostIterations; iteration++)
            {
                Differentiate(at, slopes);
                // A parameter that a bound holds against the slope takes no part in the step.
                for (int k = 0; k < n; k++)
                {
                    double slope = Dot(slopes[k], residual);
                    if (at[k] <= bounds[k].Low && slope > 0 || at[k] >= bounds[k].High && slope < 0) Array.Clear(slopes[k]);
                }
                double before = sum;
                for (int attempt = 0; attempt < 12 && sum == before; attempt++)
                {
                    double[] step = Step(slopes, residual, normal, damping);
                    for (int k = 0; k < n; k++) trial[k] = Math.Clamp(at[k] - step[k], bounds[k].Low, bounds[k].High);
                    double[] next = Residual(trial);
                    double now = SumOfSquares(next);
                    if (now < sum)
                    {
                        (residual, sum) = (next, now);
                        trial.CopyTo(at, 0);
                        damping = Math.Max(1e-12, damping / 5);
                    }
                    else damping *= 4;
                }
                // No noticeable step downhill is left: a minimum to the accuracy of the simulation.
                if (before - sum <= SmallGain * before || sum <= 1e-24 * m) return (at, sum, iteration, true);
            }
            return (at, sum, MostIterations, false);
        }

        IEnumerable<double[]> Scout()
        {
            var stream = RandomKey.FromSeed(0).Fold("device fit").Stream();
            var places = new List<(double Cost, double[] At)>();
            for (int s = 0; s < Scouts; s++)
            {
                double[] at = new double[n];
                for (int k = 0; k < n; k++) at[k] = Math.Clamp(given[k] + ScoutSpread * (2 * stream.NextUniform() - 1), bounds[k].Low,
                    bounds[k].High);
                places.Add((SumOfSquares(Residual(at)), at));
            }
            return places.OrderBy(place => place.Cost).Select(place => place.At);
        }

        IDeviceModel With(double[] at)
        {
            var made = device;
            for (int k = 0; k < n; k++) made = DeviceParameters.With(made, parameters[k].Name, Math.CopySign(Math.Exp(at[k]), start[k]));
            return made;
        }

        double[] Simulate(IDeviceModel made)
        {
            cancellation.ThrowIfCancellationRequested();
            double stop = seconds[^1] - seconds[0];
            var trace = DeviceBench.Drive(made, drive, stop, largestStepSeconds: stop / 100, tolerance: SimulationTolerance);
            return [.. seconds.Select(t => trace.Waves.At(1, t - seconds[0]))];
        }

        double[] Residual(double[] at)
        {
            double[] simulated;
            try
            {
                simulated = Simulate(With(at));
            }
            catch (CircuitException)
            {
                simulated = new double[m]; // parameters under which the device cannot be simulated are no solution
                Array.Fill(simulated, 1e3 * scale);
            }
            for (int k = 0; k < m; k++) simulated[k] = (simulated[k] - amperes[k]) / scale;
            return simulated;
        }

        void Differentiate(double[] at, double[][] columns)
        {
            for (int k = 0; k < n; k++)
            {
                double[] up = [.. at], down = [.. at];
                up[k] = Math.Min(at[k] + Difference, bounds[k].High);
                down[k] = Math.Max(at[k] - Difference, bounds[k].Low);
                double[] a = Residual(up), b = Residual(down);
                double width = up[k] - down[k];
                columns[k] = [.. a.Zip(b, (x, y) => (x - y) / width)];
            }
        }

        List<FittedParameter> Fitted(double[] at, double[][] columns, double sum, DenseLu matrix)
        {
            FillNormal(columns, matrix, 0);
            bool regular = matrix.Factor();
            var rows = new List<FittedParameter>();
            for (int k = 0; k < n; k++)
            {
                double[] unit = new double[n];
                unit[k] = 1;
                if (regular) matrix.Solve(unit);
                double value = Math.CopySign(Math.Exp(at[k]), start[k]);
                double sigma = regular ? Math.Sqrt(Math.Max(0, unit[k]) * sum / (m - n)) : double.PositiveInfinity;
                rows.Add(new(parameters[k].Name, start[k], value, Math.Abs(value) * sigma, at[k] <= bounds[k].Low
                    || at[k] >= bounds[k].High));
            }
            return rows;
        }
    }

    private static (double Low, double High) LogBounds(string name, double start, Interval? bounds)
    {
        if (start == 0) throw new ArgumentException($"parameter '{name}' starts at 0; give it another value, it is "
            + "fitted in its logarithm.");
        bounds ??= start > 0 ? new(start / DefaultBoundFactor, start * DefaultBoundFactor) : new(start * DefaultBoundFactor,
            start / DefaultBoundFactor);
        if (!(start >= bounds.Low && start <= bounds.High) || !(bounds.Low * bounds.High > 0))
            throw new ArgumentException($"the bounds of '{name}' must hold its start {start} and not 0, not {bounds.Low} to "
                + $"{bounds.High}.");
        double a = Math.Log(Math.Abs(bounds.Low)), b = Math.Log(Math.Abs(bounds.High));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    private static double[] Step(double[][] jacobian, double[] residual, DenseLu normal, double damping)
    {
        FillNormal(jacobian, normal, damping);
        double[] right = [.. jacobian.Select(column => Dot(column, residual))];
        if (!normal.Factor()) return new double[right.Length];
        normal.Solve(right);
        return right;
    }

    private static void FillNormal(double[][] jacobian, DenseLu normal, double damping)
    {
        int n = jacobian.Length;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) normal.Matrix[i * n + j] = Dot(jacobian[i], jacobian[j]) * (i == j ? 1 + damping : 1)
                + (i == j ? 1e-30 : 0);
    }

    private static double Dot(double[] a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b);

    private static double SumOfSquares(double[] a) => Dot(a, a);
}
