namespace Hopfield.Model;

/// <summary>How far the conductances of an array moved during a run, in parts of the range from off to on.</summary>
/// <param name="WorstFraction">The cell that moved most.</param>
/// <param name="RmsFraction">Root mean square over all cells.</param>
public sealed record CellMotion(double WorstFraction, double RmsFraction);
