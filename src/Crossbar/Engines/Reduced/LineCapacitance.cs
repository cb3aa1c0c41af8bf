using System.Numerics.Tensors;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>The capacitance of an array's wires seen from its ports, to first order in frequency. The admittance of resistors and
/// capacitors to ground is Y(s) = Y₀ + s Y₁ − s² Y₂ + …; with V₀ the node voltages for each port at 1 V, Y₁ = V₀ᵀ C V₀ is exact, and since
/// every pole is real and negative what is left out is at most |s|² Y₂, Y₂ = (C V₀)ᵀ G⁻¹ (C V₀), anywhere in the right half-plane. Two more
/// array solutions per port. Source: moments of interconnect networks, Pillage and Rohrer 1990, IEEE Trans. CAD 9:352; Elmore 1948, J.
/// Appl. Phys. 19:55 (the first).</summary>
/// <param name="Ports">Bit lines, then signals.</param>
/// <param name="Farads">Y₁, ports × ports, symmetric, F.</param>
/// <param name="SecondMoment">Sum over the ports of |Y₂|, for each bit line, F·s.</param>
internal sealed record LineCapacitance(int Ports, double[] Farads, double[] SecondMoment)
{
    // Capacitive currents are a correction; 1e-10 of them is far below what first order leaves out.
    private static readonly ArraySolverOptions s_options = new() { OutputTolerance = 1e-10 };

    /// <summary>The capacitance of one array's wires.</summary>
    /// <param name="circuit">The array.</param>
    /// <param name="signal">For every word line, which signal drives it.</param>
    /// <param name="sign">For every word line, +1 or −1.</param>
    /// <param name="signals">Number of signals.</param>
    /// <param name="cancellation">Ends a long reduction.</param>
    public static LineCapacitance Of(ArrayCircuit circuit, int[] signal, int[] sign, int signals, CancellationToken cancellation)
    {
        int rows = circuit.Cells.Rows, columns = circuit.Cells.Columns, ports = columns + signals;
        var solver = new ArraySolver(circuit, s_options);
        double[] farads = new double[ports * ports], second = new double[columns];
        double[] noWords = new double[rows], noBits = new double[columns];
        for (int port = 0; port < ports; port++)
        {
            double[] words = new double[rows], bits = new double[columns];
            if (port < columns) bits[port] = 1;
            else
                for (int i = 0; i < rows; i++) words[i] = signal[i] == port - columns ? sign[i] : 0;
            var steady = Sound(solver.SolveInjected(words, bits, null, null, cancellation));
            var first = Charge(steady);
            for (int k = 0; k < ports; k++) farads[k * ports + port] = Leaving(first, k);
            var next = Charge(first);
            for (int j = 0; j < columns; j++) second[j] += Math.Abs(Leaving(next, j));
        }
        for (int k = 0; k < ports; k++)
            for (int l = 0; l < k; l++)
                farads[k * ports + l] = farads[l * ports + k] = 0.5 * (farads[k * ports + l] + farads[l * ports + k]);
        return new(ports, farads, second);

        // The currents that charge the wires' capacitance at these voltages' rate, drawn from the ports.
        InjectedPorts Charge(InjectedPorts at)
        {
            TensorPrimitives.Multiply(at.WordVolts, circuit.Wires.WordSegmentFarads, at.WordVolts);
            TensorPrimitives.Multiply(at.BitVolts, circuit.Wires.BitSegmentFarads, at.BitVolts);
            return Sound(solver.SolveInjected(noWords, noBits, at.WordVolts, at.BitVolts, cancellation));
        }

        InjectedPorts Sound(InjectedPorts solved) => solved.Converged ? solved : throw new CircuitException(ReducedEngine.EngineName,
            $"the wires' capacitance of the array of {rows} x {columns} cells could not be reduced: a solution of the array did not converge.");

        double Leaving(InjectedPorts at, int port)
        {
            if (port < columns) return at.OutputAmperes[port];
            double amperes = 0;
            for (int i = 0; i < rows; i++)
                if (signal[i] == port - columns) amperes -= sign[i] * at.DriverAmperes[i];
            return amperes;
        }
    }
}
