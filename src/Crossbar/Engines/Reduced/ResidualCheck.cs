using Crossbar.Devices;

namespace Crossbar.Engines.Reduced;

/// <summary>The independent check of every reduced transient: at its last time the whole network is solved again, arrays by conjugate
/// gradients on their full wires, the rest node by node, and Kirchhoff's current law is evaluated at every node.</summary>
internal static class ResidualCheck
{
    /// <summary>Residual over <see cref="Scale"/> above which a result is not trusted (our choice; sound runs stay below 1e-9).</summary>
    public const double Acceptable = 1e-6;

    /// <summary>The current that the largest voltage drives through the best connected node, A: what a residual is measured
    /// against.</summary>
    public static double Scale(ReducedModel model, ITransientDynamics dynamics, double[] state)
    {
        int n = model.Farads.Length;
        double volts = 0, siemens = 0;
        for (int i = 0; i < n; i++)
        {
            volts = Math.Max(volts, Math.Abs(state[i]));
            siemens = Math.Max(siemens, model.AIsDiagonal ? model.A[i] : model.A[i * n + i]);
        }
        foreach (double signal in dynamics.Signals) volts = Math.Max(volts, Math.Abs(signal));
        foreach (var (_, _, resistor) in model.Resistors) siemens = Math.Max(siemens, resistor);
        double amperes = dynamics is CellDynamics cells ? cells.LargestCellAmperes() : 0;
        return Math.Max(volts * siemens, amperes);
    }

    /// <summary>Largest current by which any node misses Kirchhoff's law, or the reduced equations miss the full network, A.</summary>
    /// <param name="model">The circuit.</param>
    /// <param name="nodes">Equations of its nodes.</param>
    /// <param name="all">The same with its memristors, or again <paramref name="nodes"/>.</param>
    /// <param name="time">Time, s.</param>
    /// <param name="state">All states there.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    public static double Largest(
        ReducedModel model, ReducedDynamics nodes, ITransientDynamics all, double time, double[] state, CancellationToken cancellation)
    {
        int n = model.Farads.Length;
        var rate = new double[all.Order];
        all.Rate(time, state, rate);
        var dynamics = nodes;
        var volts = new double[model.NodeCount];
        NodeVoltages.Fill(model, dynamics.Signals, state, volts);

        // Current out of every node of the resistor network; injected currents are already in the eliminated nodes' balance.
        var outflow = new double[model.NodeCount];
        foreach (var (a, b, siemens) in model.Resistors)
        {
            double amperes = siemens * (volts[a] - volts[b]);
            outflow[a] += amperes;
            outflow[b] -= amperes;
        }
        var stateOut = new double[n];
        double largest = 0;
        var port = new bool[model.NodeCount];
        foreach (var place in model.Places.Values)
        {
            port[place.Node] = place.State >= 0 || place.Signal >= 0 || place.Node == 0;
            if (place.State >= 0) stateOut[place.State] = outflow[place.Node];
        }
        for (int node = 1; node < outflow.Length; node++)
            if (!port[node]) largest = Math.Max(largest, Math.Abs(outflow[node] - model.Network.SourceAmperes(node)));

        foreach (var array in model.Arrays)
        {
            var words = new double[array.WordSignal.Length];
            for (int i = 0; i < words.Length; i++) words[i] = array.WordSign[i] * dynamics.Signals[array.WordSignal[i]];
            var bits = new double[array.BitState.Length];
            for (int j = 0; j < bits.Length; j++) bits[j] = state[array.BitState[j]];
            var (outputs, mismatch) = array.Solve(words, bits, cancellation);
            largest = Math.Max(largest, mismatch);
            for (int j = 0; j < bits.Length; j++) stateOut[array.BitState[j]] -= outputs[j];
        }
        if (model.Cells is { } cells) AddCells(cells, volts, state.AsSpan(nodes.Order), stateOut);
        for (int i = 0; i < n; i++)
        {
            double own = model.Network.SourceAmperes(model.Places[model.StateNodes[i]].Node) + dynamics.SourceAmperes(i) - model.Amperes[i];
            largest = Math.Max(largest, Math.Abs(model.Farads[i] * rate[i] + dynamics.WireAmperes(i, rate) + stateOut[i] - own));
        }
        return largest;
    }

    /// <summary>Each memristor by itself, from its own device and its own states.</summary>
    private static void AddCells(CellModel cells, double[] volts, ReadOnlySpan<double> states, double[] stateOut)
    {
        foreach (var group in cells.Groups)
        {
            var own = new double[group.Kinds.Length];
            for (int c = 0; c < group.Cells.Length; c++)
            {
                for (int k = 0; k < own.Length; k++)
                    own[k] = group.Kinds[k].Denormalize(states[group.Offset + k * group.Cells.Length + c]);
                NodePlace plus = cells.Ports[group.Plus[c]], minus = cells.Ports[group.Minus[c]];
                double amperes = group.Device.CurrentAt(volts[plus.Node] - volts[minus.Node], own);
                if (plus.State >= 0) stateOut[plus.State] += amperes;
                if (minus.State >= 0) stateOut[minus.State] -= amperes;
            }
        }
    }
}
