namespace Crossbar.Engines.Reduced;

/// <summary>One step of a transient with noise.</summary>
internal interface INoisyStep
{
    /// <summary>The method, for the record of a run.</summary>
    string Name { get; }

    /// <summary>Draws the step's noise and steps.</summary>
    /// <param name="t">Start, s.</param>
    /// <param name="end">End, s; at most one noise step later.</param>
    /// <param name="y">State at the start.</param>
    /// <param name="result">Receives the state at the end.</param>
    void Step(double t, double end, double[] y, double[] result);
}
