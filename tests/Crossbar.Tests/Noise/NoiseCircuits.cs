using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Layout;
using Crossbar.Tests.Reduced;
using Hopfield.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Tests.Noise;

/// <summary>A Hopfield circuit of 16 neurons whose loop gain is below one, and what linear theory says of its thermal noise.</summary>
internal sealed class NoiseCircuits
{
    public const int Neurons = 16;
    private readonly Matrix<double> _drift, _covariance;

    public NoiseCircuits(double segmentOhms = 0)
    {
        var (cells, _, _) = RandomArray.Make(2 * Neurons, Neurons, 3, open: 0);
        var wires = segmentOhms > 0 ? ArrayWires.Uniform(segmentOhms) : ArrayWires.Ideal;
        const double Farads = 1e-12, Gain = 0.4;
        Netlist = HopfieldCircuit.Make(Neurons, cells, wires, Farads, 1e4, 1, Gain, new double[Neurons]);
        var model = ReducedModelBuilder.Build(Netlist, CancellationToken.None);
        var a = Matrix<double>.Build.Dense(Neurons, Neurons, (i, j) => model.AIsDiagonal ? (i == j ? model.A[i] : 0)
            : model.A[i * Neurons + j]);
        var b = Matrix<double>.Build.Dense(Neurons, Neurons, (i, j) => model.B[i * model.SignalCount + model.Amplifiers[j].Signal] * Gain);
        _drift = (b - a) / Farads;
        TimeConstant = Farads / a.Diagonal().Max();
        // M P + P Mᵀ + 2kT A/C² = 0, as one linear system of N² unknowns.
        var diffusion = 2 * PhysicalConstants.BoltzmannJoulesPerKelvin * 300 * a / (Farads * Farads);
        var one = Matrix<double>.Build.DenseIdentity(Neurons);
        var system = one.KroneckerProduct(_drift) + _drift.KroneckerProduct(one);
        var solved = system.Solve(-Vector<double>.Build.Dense(diffusion.ToColumnMajorArray()));
        _covariance = Matrix<double>.Build.Dense(Neurons, Neurons, solved.ToArray());
    }

    public Netlist Netlist { get; }

    /// <summary>Shortest time constant of a node, s.</summary>
    public double TimeConstant { get; }

    /// <summary>Mean over the nodes of E u(t) u(t + lag), V²: of exp(M lag) P.</summary>
    public double MeanCorrelation(double lag)
    {
        var step = Matrix<double>.Build.DenseIdentity(Neurons) + _drift * (lag / (1 << 20));
        for (int k = 0; k < 20; k++) step *= step;
        return (step * _covariance).Diagonal().Average();
    }

    /// <summary>The same from waveforms on an even grid; the first tenth, in which the noise grows, is left out.</summary>
    public static double MeanCorrelation(double[][] volts, int lag)
    {
        double sum = 0;
        foreach (double[] u in volts)
        {
            int first = u.Length / 10;
            double node = 0;
            for (int k = first; k < u.Length - lag; k++) node += u[k] * u[k + lag];
            sum += node / (u.Length - lag - first);
        }
        return sum / volts.Length;
    }
}
