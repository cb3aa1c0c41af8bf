namespace Crossbar.Arrays.Nonlinear;

/// <summary>The DC state of an array of nonlinear cells.</summary>
/// <param name="Linear">Voltages, port currents and heat. Its array is the linear one with the same solution, every cell at its chord
/// conductance i / v; its own residual and error estimate are those of the last linear solve.</param>
/// <param name="CellAmperes">Current of each cell by its own law at the cell's voltage, row-major, A.</param>
/// <param name="ResidualAmperes">Largest mismatch of Kirchhoff's current law over all nodes, with the cells' own law, A.</param>
/// <param name="OutputErrorAmperes">Bound on the error of an output current, A: all mismatch of one bit line's cells, and the linear
/// solve's estimate. A current that is missing at a cell changes no port's current by more than itself, since the network is
/// passive.</param>
/// <param name="NewtonSteps">Linear arrays solved.</param>
/// <param name="Converged">True when the bound is below the tolerance asked for.</param>
public sealed record NonlinearSolution(
    ArraySolution Linear, double[] CellAmperes, double ResidualAmperes, double OutputErrorAmperes, int NewtonSteps, bool Converged)
{
    /// <summary><see cref="Linear"/> with the residual, the error and the verdict of the nonlinear solution in place of its own: what maps
    /// and reports take.</summary>
    public ArraySolution AsLinear =>
        Linear with { ResidualAmperes = ResidualAmperes, OutputErrorAmperes = OutputErrorAmperes, Converged = Converged };

    /// <summary>Its port currents.</summary>
    public ArrayOutputs Outputs => ArrayOutputs.Of(AsLinear) with { NewtonSteps = NewtonSteps };
}
