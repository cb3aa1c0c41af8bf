using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>The shape of an annealing ramp: what is left of the way from its start to its end, as a function of the time that has
/// passed.</summary>
public interface IAnnealingProfile : ICatalogued
{
    /// <summary>1 at the start; 0 at the end, except for shapes that only tend to it.</summary>
    /// <param name="progress">Fraction of the annealing time that has passed, 0 … 1.</param>
    double Left(double progress);
}
