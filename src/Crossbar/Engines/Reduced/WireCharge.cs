using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Engines.Reduced;

/// <summary>The charge of all wires, to first order: with it the model reads (C + C_uu) du/dt + C_ux dx/dt = −A u + B x + I, and the
/// drivers deliver xᵀ(C_uxᵀ du/dt + C_xx dx/dt) besides.</summary>
internal sealed record WireCharge
{
    /// <summary>(C + C_uu)⁻¹, n × n, symmetric, 1/F.</summary>
    public required double[] InverseFarads { get; init; }

    /// <summary>C_uu, n × n, symmetric, F.</summary>
    public required double[] StateFarads { get; init; }

    /// <summary>C_ux, n × signals, F.</summary>
    public required double[] CrossFarads { get; init; }

    /// <summary>C_xx, signals × signals, symmetric, F.</summary>
    public required double[] SignalFarads { get; init; }

    /// <summary>For each state, what a second derivative of 1 V/s² at every port changes its current by at most, beyond first order,
    /// F·s.</summary>
    public required double[] SecondMoment { get; init; }

    /// <summary>Adds up the wires of all arrays; null when none has capacitance.</summary>
    public static WireCharge? Of(IReadOnlyList<(ReducedArray Array, LineCapacitance Capacitance)> arrays, double[] farads, int signals)
    {
        if (arrays.Count == 0) return null;
        int n = farads.Length;
        double[] uu = new double[n * n], ux = new double[n * signals], xx = new double[signals * signals], second = new double[n];
        foreach (var (array, c) in arrays)
        {
            int columns = array.BitState.Length;
            int[] own = array.Signals;
            for (int j = 0; j < columns; j++)
            {
                int i = array.BitState[j];
                second[i] += c.SecondMoment[j];
                for (int l = 0; l < columns; l++) uu[i * n + array.BitState[l]] += c.Farads[j * c.Ports + l];
                for (int s = 0; s < own.Length; s++) ux[i * signals + own[s]] += c.Farads[j * c.Ports + columns + s];
            }
            for (int s = 0; s < own.Length; s++)
                for (int t = 0; t < own.Length; t++) xx[own[s] * signals + own[t]] += c.Farads[(columns + s) * c.Ports + columns + t];
        }
        var total = Matrix<double>.Build.Dense(n, n, (i, j) => uu[i * n + j] + (i == j ? farads[i] : 0));
        return new()
        {
            InverseFarads = total.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(n)).ToColumnMajorArray(),
            StateFarads = uu,
            CrossFarads = ux,
            SignalFarads = xx,
            SecondMoment = second,
        };
    }
}
