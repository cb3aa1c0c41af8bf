using System.Numerics.Tensors;
using Crossbar.Circuits;
using Hopfield.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Engines.Reduced;

/// <summary>Thermal noise of any network of resistors at one temperature, seen from its ports. With the ports held, the noise currents into
/// them have the one-sided density matrix 4kT Re Y, Y the port admittance, whatever is inside: correlated where the inside connects ports.
/// Exact, so an array of a million cells needs one number per port and step. Source: Twiss 1955, J. Appl. Phys. 26:599, eq. 14; Nyquist
/// 1928 for one port.</summary>
internal sealed class NetworkNoise
{
    private readonly double[] _factor; // rows × rows with factor · factorᵀ = 4kT Y, or the diagonal's roots
    private readonly bool _isDiagonal;

    private NetworkNoise(double[] factor, bool isDiagonal, int ports) => (_factor, _isDiagonal, Ports) = (factor, isDiagonal, ports);

    public int Ports { get; }

    /// <summary>The noise of a reduced network, such as an array with all its wires (<see cref="Engines.Reduced.ArrayPorts"/>).</summary>
    public static NetworkNoise Of(PortNetwork network, double kelvin) => Of(network.Siemens, network.Nodes.Count, kelvin);

    /// <summary>The noise of a network with a symmetric port admittance.</summary>
    /// <param name="siemens">Y, ports × ports row-major, S; or its diagonal alone, ports numbers, where no two ports are connected.</param>
    /// <param name="ports">Number of ports.</param>
    /// <param name="kelvin">Temperature, K.</param>
    /// <exception cref="ArgumentException">Y is not that of a passive network: it has a negative eigenvalue beyond rounding.</exception>
    public static NetworkNoise Of(double[] siemens, int ports, double kelvin)
    {
        double density = 4 * PhysicalConstants.BoltzmannJoulesPerKelvin * Check.Positive(kelvin, nameof(kelvin), "K");
        if (siemens.Length == ports && ports > 1) return new([.. siemens.Select(y => Math.Sqrt(density * y))], true, ports);
        Check.Length(siemens.Length, ports * ports, nameof(siemens));
        // The symmetric root, not a Cholesky factor: a network without a path to ground has the eigenvalue 0.
        var y = Matrix<double>.Build.Dense(ports, ports, (i, j) => 0.5 * (siemens[i * ports + j] + siemens[j * ports + i]));
        var eigen = y.Evd(Symmetricity.Symmetric);
        double largest = eigen.EigenValues.Max(value => Math.Abs(value.Real)), least = eigen.EigenValues.Min(value => value.Real);
        if (least < -1e-9 * largest)
            throw new ArgumentException($"Y must be that of a passive network; its least eigenvalue is {least:g3} S of {largest:g3} S.",
                nameof(siemens));
        var root = eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray([.. eigen.EigenValues.Select(value =>
            Math.Sqrt(density * Math.Max(0, value.Real)))]);
        return new((root * eigen.EigenVectors.Transpose()).ToRowMajorArray(), false, ports);
    }

    /// <summary>One-sided density matrix of the currents into the held ports, ports × ports, A²/Hz.</summary>
    public double[] Density()
    {
        var s = new double[Ports * Ports];
        for (int i = 0; i < Ports; i++)
            for (int j = 0; j < Ports; j++)
                s[i * Ports + j] = _isDiagonal ? (i == j ? _factor[i] * _factor[i] : 0)
                    : TensorPrimitives.Dot<double>(_factor.AsSpan(i * Ports, Ports), _factor.AsSpan(j * Ports, Ports));
        return s;
    }

    /// <summary>The currents of one step: means over the step, with covariance S/(2·step). A pure function of key and step: any step can be
    /// asked for, on any thread.</summary>
    /// <param name="key">Key of the run's thermal noise.</param>
    /// <param name="step">Number of the step.</param>
    /// <param name="stepSeconds">Its length, s.</param>
    /// <param name="numbers">Workspace, one number per port.</param>
    /// <param name="amperes">Receives the currents into the ports, A.</param>
    public void Sample(RandomKey key, ulong step, double stepSeconds, Span<double> numbers, Span<double> amperes)
    {
        new RandomGaussians(key.Fold(step)).Fill(0, numbers[..Ports]);
        double scale = 1 / Math.Sqrt(2 * stepSeconds);
        TensorPrimitives.Multiply(numbers[..Ports], scale, numbers[..Ports]);
        if (_isDiagonal) TensorPrimitives.Multiply(numbers[..Ports], _factor, amperes);
        else
            for (int i = 0; i < Ports; i++) amperes[i] = TensorPrimitives.Dot<double>(_factor.AsSpan(i * Ports, Ports), numbers[..Ports]);
    }
}
