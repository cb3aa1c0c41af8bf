using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>One finished run of a machine, with all that is needed to look at it again: nothing is prepared twice.</summary>
/// <param name="Number">Run number, from 0.</param>
/// <param name="Key">Source of the run's random choices.</param>
/// <param name="Start">Start activations, one per spin.</param>
/// <param name="Trace">The settling.</param>
/// <param name="Model">The model that was settled.</param>
/// <param name="Prepared">The machine that holds the model.</param>
public record MachineRun(int Number, RandomKey Key, double[] Start, SettlingTrace Trace, IsingModel Model, IPreparedMachine Prepared);
