namespace Plots;

/// <summary>A dashed line to compare with: an optimum, a threshold.</summary>
/// <param name="Value">Where it stands, in units of the axis that it crosses.</param>
/// <param name="Label">What it stands for.</param>
public sealed record ReferenceLine(double Value, string Label);
