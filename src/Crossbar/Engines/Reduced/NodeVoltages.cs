namespace Crossbar.Engines.Reduced;

/// <summary>The voltages of all nodes of the star–mesh network, eliminated ones included.</summary>
internal static class NodeVoltages
{
    /// <summary>Fills one number per node from the states and the signals.</summary>
    public static void Fill(ReducedModel model, double[] signals, ReadOnlySpan<double> state, double[] volts)
    {
        Array.Clear(volts);
        foreach (var place in model.Places.Values)
        {
            if (place.State >= 0) volts[place.Node] = state[place.State];
            else if (place.Signal >= 0) volts[place.Node] = place.Sign * signals[place.Signal];
        }
        model.Network.BackSubstitute(volts);
    }
}
