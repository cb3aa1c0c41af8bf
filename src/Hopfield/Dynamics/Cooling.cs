using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>How a temperature goes from its start to its end.</summary>
public enum CoolingShape
{
    /// <summary>Equal factors per sweep.</summary>
    Geometric,

    /// <summary>Equal steps per sweep.</summary>
    Linear,
}

/// <summary>A temperature for each sweep: constant, or falling from a start to an end.</summary>
public sealed record Cooling
{
    /// <summary>Temperature of the first sweep, in units of the model's energy. Default 1 (our choice). Range: &gt; 0.</summary>
    public double StartTemperature { get; init => field = Check.Positive(value, nameof(StartTemperature)); } = 1;

    /// <summary>Temperature of the last sweep; null (the default) keeps the start. Range: &gt; 0.</summary>
    public double? EndTemperature
    {
        get;
        init => field = value is { } given ? Check.Positive(given, nameof(EndTemperature)) : null;
    }

    /// <summary>The way between them. Default: geometric (Kirkpatrick, Gelatt and Vecchi 1983, Science 220:671).</summary>
    public CoolingShape Shape { get; init; } = CoolingShape.Geometric;

    /// <summary>Temperature of one sweep.</summary>
    /// <param name="sweep">From 0.</param>
    /// <param name="sweeps">How many there are; the last one is at the end temperature.</param>
    public double At(int sweep, int sweeps)
    {
        double end = EndTemperature ?? StartTemperature, part = sweeps > 1 ? (double)sweep / (sweeps - 1) : 0;
        return Shape == CoolingShape.Linear ? StartTemperature + part * (end - StartTemperature)
            : StartTemperature * Math.Pow(end / StartTemperature, part);
    }
}
