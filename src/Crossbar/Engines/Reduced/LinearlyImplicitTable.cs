namespace Crossbar.Engines.Reduced;

/// <summary>A Rosenbrock method in the form that needs no product with the Jacobian: with U = Γ k, stage i solves (I − γhW) U_i = γh f(t +
/// Node_i h, y + Σ Shift_ij U_j) + γ Σ Coupling_ij U_j + γ h² TimeWeight_i ∂f/∂t, and y advances by Σ Weights_i U_i. Source: Hairer and
/// Wanner, Solving ODEs II, 2nd ed., IV.7, eq. 7.25.</summary>
/// <param name="Node">Σ_j α_ij.</param>
/// <param name="TimeWeight">Σ_j γ_ij.</param>
/// <param name="Shift">α Γ⁻¹.</param>
/// <param name="Coupling">1/γ − Γ⁻¹.</param>
/// <param name="Weights">b Γ⁻¹.</param>
/// <param name="ErrorWeights">(b − b̂) Γ⁻¹.</param>
internal sealed record LinearlyImplicitTable(
    double[] Node, double[] TimeWeight, double[,] Shift, double[,] Coupling, double[] Weights, double[] ErrorWeights)
{
    /// <summary>From the method's own coefficients, as they are published.</summary>
    /// <param name="alpha">α, strictly lower triangular.</param>
    /// <param name="gamma">Γ, lower triangular with γ on its diagonal.</param>
    /// <param name="weights">b.</param>
    /// <param name="lowerWeights">b̂, of the embedded method.</param>
    public static LinearlyImplicitTable Of(double[,] alpha, double[,] gamma, double[] weights, double[] lowerWeights)
    {
        int n = weights.Length;
        double[,] inverse = new double[n, n], shift = new double[n, n], coupling = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            inverse[i, i] = 1 / gamma[i, i];
            for (int j = i - 1; j >= 0; j--)
            {
                double sum = 0;
                for (int k = j; k < i; k++) sum += gamma[i, k] * inverse[k, j];
                inverse[i, j] = -sum / gamma[i, i];
            }
        }
        double[] advance = new double[n], error = new double[n], node = new double[n], time = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                node[i] += alpha[i, j];
                time[i] += gamma[i, j];
                if (j < i) coupling[i, j] = -inverse[i, j];
                for (int k = j; k < i; k++) shift[i, j] += alpha[i, k] * inverse[k, j];
                advance[j] += weights[i] * inverse[i, j];
                error[j] += (weights[i] - lowerWeights[i]) * inverse[i, j];
            }
        return new(node, time, shift, coupling, advance, error);
    }
}
