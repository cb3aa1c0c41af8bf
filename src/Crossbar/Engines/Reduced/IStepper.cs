namespace Crossbar.Engines.Reduced;

/// <summary>A one-step method with an error estimate and an interpolant over its latest step.</summary>
internal interface IStepper
{
    /// <summary>Order of the error estimate plus one: the exponent of the step controller.</summary>
    int ControlOrder { get; }

    /// <summary>Tries a step of <paramref name="h"/> from (t, y) with rate f; writes the end state and its rate and returns the error in
    /// units of the tolerance (≤ 1: acceptable). NaN or infinity: the step failed and must be shortened.</summary>
    double Try(double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> f, Span<double> yEnd, Span<double> fEnd, double relative,
        double absolute);

    /// <summary>State inside the latest step at fraction <paramref name="theta"/> of it.</summary>
    void Interpolate(double theta, Span<double> y);

    /// <summary>True when the latest step suggests that another method would be cheaper: an explicit one met a stiff problem.</summary>
    bool SuspectsStiffness { get; }
}
