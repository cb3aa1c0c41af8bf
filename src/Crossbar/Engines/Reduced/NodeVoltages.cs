namespace Crossbar.Engines.Reduced;

/// <summary>The voltages of all nodes of the star–mesh network, eliminated ones included.</summary>
internal static class NodeVoltages
{
    /// <summary>Fills one number per node from the states and from the signals of the latest evaluation.</summary>
    public static void Fill(ReducedModel model, ReducedDynamics dynamics, ReadOnlySpan<double> state, double[] volts)
    {
        Array.Clear(volts);
        foreach (var place in model.Places.Values)
        {
            if (place.State >= 0) volts[place.Node] = state[place.State];
            else if (place.Signal >= 0) volts[place.Node] = place.Sign * dynamics.Signals[place.Signal];
        }
        model.Network.BackSubstitute(volts);
    }
}
